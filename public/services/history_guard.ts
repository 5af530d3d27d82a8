type Guard = (event: PopStateEvent) => void;

const guards = new Set<Guard>();

/**
 * Has guards hear of Back and Forward before the host's router does. Both listen on the window, where the order of registration counts even for
 * those that capture: the router begins when the host starts, so this must be called while plugins are set up.
 */
export function watchHistory(): void {
  window.addEventListener('popstate', (event) => guards.forEach((guard) => guard(event)));
}

/** Calls `guard` for every move through the tab's history, which it can keep from the router. Returns what ends that. */
export function guardHistory(guard: Guard): () => void {
  guards.add(guard);
  return () => {
    guards.delete(guard);
  };
}

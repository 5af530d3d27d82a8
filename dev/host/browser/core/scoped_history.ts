import type { History, Location, LocationDescriptorObject, LocationListener } from 'history';

type To = string | LocationDescriptorObject;

/**
 * The history that an app gets: `/rules/7` in it is `/app/siem/rules/7` in the address bar, and the app's root is ''.
 * Once another app is shown it hears nothing more.
 */
export function createScopedHistory(parent: History, basePath: string): History & { deactivate(): void } {
  const inScope = (pathname: string) => pathname === basePath || pathname.startsWith(`${basePath}/`);
  const strip = (location: Location): Location =>
    inScope(location.pathname)
      ? { ...location, pathname: location.pathname.slice(basePath.length) }
      : location;
  const scope = (to: To): To =>
    typeof to === 'string' ? scopePath(to) : { ...to, pathname: scopePath(to.pathname ?? '') };
  const scopePath = (path: string) => `${basePath}${path && !/^[/?#]/.test(path) ? '/' : ''}${path}`;

  const unlisteners = new Set<() => void>();
  let active = true;

  const move = (method: 'push' | 'replace') => (to: To, state?: unknown) => {
    if (!active) throw new Error('ScopedHistory instance has fell out of navigation scope');
    const target = scope(to);
    if (typeof target === 'string') parent[method](target, state);
    else parent[method](target);
  };

  return {
    get length() {
      return parent.length;
    },
    get action() {
      return parent.action;
    },
    get location() {
      return strip(parent.location);
    },
    push: move('push'),
    replace: move('replace'),
    go: (count: number) => parent.go(count),
    goBack: () => parent.goBack(),
    goForward: () => parent.goForward(),
    block: (prompt) => parent.block(prompt),
    createHref: (location) => parent.createHref(scope(location) as LocationDescriptorObject),
    listen(listener: LocationListener) {
      const unlisten = parent.listen((location, action) => {
        if (active && inScope(location.pathname)) listener(strip(location), action);
      });
      unlisteners.add(unlisten);
      return () => {
        unlisteners.delete(unlisten);
        unlisten();
      };
    },
    deactivate() {
      active = false;
      for (const unlisten of unlisteners) unlisten();
    },
  } as History & { deactivate(): void };
}

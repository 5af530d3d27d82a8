import { useEffect } from 'react';

/**
 * Calls `refresh` every so many milliseconds while the page is seen; one that was hidden for longer catches up when it is seen again.
 * Without `every` nothing is called.
 */
export function useLive(every: number | undefined, refresh: () => void): void {
  useEffect(() => {
    if (every === undefined) return undefined;
    let due = Date.now() + every;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      timer = setTimeout(
        () => {
          due = Date.now() + every;
          refresh();
          wait();
        },
        Math.max(0, due - Date.now()),
      );
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [every, refresh]);
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface RequestState<T> {
  /** The last good answer; kept while a newer one is on its way, so that pages do not jump, and when the same question fails later. */
  data?: T;
  error?: Error;
  loading: boolean;
  reload(): void;
  /** Asks again without a sign of it until the answer is there; nothing, while one is on its way. */
  refresh(): void;
}

/**
 * Calls `load` at once and whenever it changes (memoise it with `useCallback`). A newer call aborts the one before, and an answer
 * that comes too late is dropped. Without `load` nothing is asked.
 */
export function useRequest<T>(load: ((signal: AbortSignal) => Promise<T>) | undefined): RequestState<T> {
  const [state, setState] = useState<State<T>>({ loading: !!load });
  const [turn, setTurn] = useState(0);
  const isAsking = useRef(false);
  const isQuiet = useRef(false);
  const reload = useCallback(() => setTurn((current) => current + 1), []);
  const refresh = useCallback(() => {
    if (isAsking.current) return;
    isQuiet.current = true;
    reload();
  }, [reload]);

  // React 16 runs a pending useEffect before it hands on a key press; a state set there drew the page with the old text over what
  // was just typed. In a layout effect nothing is pending.
  useLayoutEffect(() => {
    if (!load) return undefined;
    const abort = new AbortController();
    const settle = (next: (before: State<T>) => State<T>) => {
      if (abort.signal.aborted) return;
      isAsking.current = false;
      setState(next);
    };
    isAsking.current = true;
    if (!isQuiet.current) setState(({ data, of }) => ({ data, of, loading: true }));
    isQuiet.current = false;
    load(abort.signal).then(
      (data) => settle(() => ({ data, of: load, loading: false })),
      (error: Error) =>
        settle(({ data, of }) => ({ ...(of === load && { data, of }), error, loading: false })),
    );
    return () => {
      isAsking.current = false;
      abort.abort();
    };
  }, [load, turn]);

  const { data, error, loading } = state;
  return { data, error, loading, reload, refresh };
}

interface State<T> {
  data?: T;
  error?: Error;
  loading: boolean;
  /** What `data` answers. */
  of?: unknown;
}

export interface ActionState<A extends unknown[], T> {
  result?: T;
  error?: Error;
  running: boolean;
  run(...args: A): Promise<T | undefined>;
  reset(): void;
}

/** Something that a click starts. Of several runs only the last one's outcome is kept; nothing is set after the page is gone. */
export function useAction<A extends unknown[], T>(action: (...args: A) => Promise<T>): ActionState<A, T> {
  const [state, setState] = useState<{ result?: T; error?: Error; running: boolean }>({ running: false });
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current = -1;
    },
    [],
  );

  async function run(...args: A): Promise<T | undefined> {
    const turn = (latest.current += 1);
    setState({ running: true });
    try {
      const result = await action(...args);
      if (latest.current === turn) setState({ result, running: false });
      return result;
    } catch (error) {
      if (latest.current === turn) setState({ error: error as Error, running: false });
      return undefined;
    }
  }

  return { ...state, run, reset: () => setState({ running: false }) };
}

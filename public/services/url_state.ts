import { useCallback, useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';

/** Query parameters of a page with the values they have when the URL does not name them. */
export type Params<K extends string> = Record<K, string>;

/** The parameters that `defaults` names, from a query string; others are left to whoever wrote them. */
export function readParams<K extends string>(search: string, defaults: Params<K>): Params<K> {
  const query = new URLSearchParams(search);
  const params = { ...defaults };
  for (const key of Object.keys(defaults) as K[]) {
    const value = query.get(key);
    if (value !== null) params[key] = value;
  }
  return params;
}

/** `search` with `changes` made; parameters at their default value are left out, so that URLs stay short. */
export function writeParams<K extends string>(
  search: string,
  changes: Partial<Params<K>>,
  defaults: Params<K>,
): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes) as Array<[K, string | undefined]>) {
    if (value === undefined || value === defaults[key]) query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

type SetParams<K extends string> = (changes: Partial<Params<K>>) => void;

/** The page's state as the URL holds it. `defaults` must be a constant. A change that changes nothing adds no history entry. */
export function useUrlParams<K extends string>(defaults: Params<K>): [Params<K>, SetParams<K>] {
  const history = useHistory();
  const { search } = useLocation();
  const params = useMemo(() => readParams(search, defaults), [search, defaults]);
  const setParams = useCallback<SetParams<K>>(
    (changes) => {
      const { pathname, search: current } = history.location;
      const next = writeParams(current, changes, defaults);
      if (next !== current) history.push({ pathname, search: next });
    },
    [history, defaults],
  );
  return [params, setParams];
}

import { parseRison } from './rison';

/** The state kept under `key` behind the `#` of a URL of the host; null when there is none. */
export function getStateFromOsdUrl(key: string, url: string): unknown {
  const hash = url.slice(url.indexOf('#') + 1);
  const state = new URLSearchParams(hash.slice(hash.indexOf('?') + 1)).get(key);
  return state ? parseRison(state) : null;
}

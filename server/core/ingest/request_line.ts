import type { EventField } from './event_field';
import type { Row } from './row';
import type { RowLayout } from './row_layout';

/** Fields that a request line fills. */
export const REQUEST_FIELDS: readonly EventField[] = [
  { path: 'http.request.method', type: 'keyword' },
  { path: 'http.version', type: 'keyword' },
  { path: 'url.original', type: 'keyword_lower' },
  { path: 'url.scheme', type: 'keyword' },
  { path: 'url.domain', type: 'keyword' },
  { path: 'url.port', type: 'integer' },
  { path: 'url.path', type: 'keyword_lower' },
  { path: 'url.query', type: 'keyword_lower' },
];

/**
 * Makes the function that takes `GET https://host:443/path?query HTTP/1.1` apart, with or without scheme and host. Nothing
 * is decoded: searches for attacks want what was sent.
 */
export function requestLineSetter(layout: RowLayout): (row: Row, line: string) => void {
  const METHOD = layout.slot('http.request.method');
  const VERSION = layout.slot('http.version');
  const ORIGINAL = layout.slot('url.original');
  const SCHEME = layout.slot('url.scheme');
  const DOMAIN = layout.slot('url.domain');
  const PORT = layout.slot('url.port');
  const PATH = layout.slot('url.path');
  const QUERY = layout.slot('url.query');

  const setUrl = (row: Row, url: string): void => {
    row.set(ORIGINAL, url);
    let path = 0;
    const mark = url.indexOf('://');
    if (mark > 0 && mark < 12) {
      row.set(SCHEME, url.slice(0, mark));
      const slash = url.indexOf('/', mark + 3);
      path = slash < 0 ? url.length : slash;
      const host = url.slice(mark + 3, path);
      const colon = host.lastIndexOf(':');
      const hasPort = colon > 0 && row.set(PORT, host.slice(colon + 1));
      row.set(DOMAIN, hasPort ? host.slice(0, colon) : host);
    }
    const question = url.indexOf('?', path);
    row.set(PATH, question < 0 ? url.slice(path) : url.slice(path, question));
    if (question >= 0) row.set(QUERY, url.slice(question + 1));
  };

  return (row, line) => {
    const first = line.indexOf(' ');
    const last = line.lastIndexOf(' ');
    if (first < 0 || last === first) {
      row.set(ORIGINAL, line);
      return;
    }
    const method = line.slice(0, first);
    row.set(METHOD, method);
    let url = line.slice(first + 1, last).trim();
    // Of requests that were never understood, AWS knows `- http://host:80- -`, or only `- - - `.
    if (method === '-' && url.endsWith('-')) url = url.slice(0, -1);
    url = url.trim();
    if (url !== '' && url !== '-') setUrl(row, url);
    const protocol = line.slice(last + 1);
    row.set(VERSION, protocol.startsWith('HTTP/') ? protocol.slice(5) : protocol);
  };
}

export interface Call {
  method: string;
  /** Path without the query, percent-encoding resolved. */
  path: string;
  query: URLSearchParams;
  /** What kind of call it is, for counting: S3's own name for S3 calls, the last `_…` of the path for OpenSearch, else the method. */
  kind: string;
}

/** Tells S3 calls (path style) and OpenSearch calls apart by their path. */
export function callOf(method: string, url: string): Call {
  const { pathname, searchParams } = new URL(url, 'http://proxy');
  const path = decodeURIComponent(pathname);
  return { method, path, query: searchParams, kind: kindOf(method, path, searchParams) };
}

function kindOf(method: string, path: string, query: URLSearchParams): string {
  const api = path
    .split('/')
    .reverse()
    .find((part) => /^_[a-z]/.test(part));
  if (api) return api;
  if (query.has('list-type')) return 'ListObjects';
  const [bucket, ...key] = path.split('/').filter((part) => part !== '');
  if (bucket === undefined) return method;
  const noun = key.length > 0 ? 'Object' : 'Bucket';
  const verbs: Record<string, string> = { GET: 'Get', HEAD: 'Head', PUT: 'Put', DELETE: 'Delete' };
  return verbs[method] ? `${verbs[method]}${noun}` : method;
}

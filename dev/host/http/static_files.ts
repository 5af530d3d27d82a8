import Boom from '@hapi/boom';
import type { Request, ResponseObject, ResponseToolkit, Server } from '@hapi/hapi';
import { createHash } from 'crypto';
import { readFile } from 'fs/promises';
import path from 'path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'application/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
};

const YEAR_S = 365 * 24 * 60 * 60;

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** @throws Boom 403 when the path leads out of the directory */
function resolveInside(directory: string, relative: string): string {
  const file = path.resolve(directory, relative);
  if (!file.startsWith(path.resolve(directory) + path.sep)) throw Boom.forbidden();
  return file;
}

/** A `.js` or `.css` of a bundle: kept by browsers for a year, without an etag; `.br` and `.gz` beside it win. */
async function cachedForever(
  file: string,
  request: Request,
  toolkit: ResponseToolkit,
): Promise<ResponseObject> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const respond = (content: Buffer): ResponseObject =>
    toolkit.response(content).type(TYPES[path.extname(file)]!).header('cache-control', `max-age=${YEAR_S}`);
  for (const [encoding, extension] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    const compressed = accepted.includes(encoding) ? await readIfThere(file + extension) : undefined;
    if (compressed) return respond(compressed).header('content-encoding', encoding);
  }
  const content = await readIfThere(file);
  if (!content) throw Boom.notFound();
  return respond(content);
}

/** Everything else: never kept without asking, but with an etag. */
async function revalidated(file: string, toolkit: ResponseToolkit): Promise<ResponseObject> {
  const content = await readIfThere(file);
  if (!content) throw Boom.notFound();
  return toolkit
    .response(content)
    .type(TYPES[path.extname(file)] ?? 'application/octet-stream')
    .etag(createHash('sha1').update(content).digest('hex'));
}

/**
 * Serves a directory below `prefix`, which ends with a slash.
 * @param forever whether scripts and styles are cached for a year, as OSD does with bundles
 */
export function serveDirectory(
  hapi: Server,
  prefix: string,
  directory: () => string | Promise<string>,
  { forever }: { forever: boolean },
): void {
  hapi.route({
    method: 'GET',
    path: `${prefix}{path*}`,
    async handler(request, toolkit) {
      const file = resolveInside(await directory(), String(request.params.path ?? ''));
      const bundle = forever && ['.js', '.css'].includes(path.extname(file));
      return bundle ? cachedForever(file, request, toolkit) : revalidated(file, toolkit);
    },
  });
}

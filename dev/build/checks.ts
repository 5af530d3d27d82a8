import type { Metafile } from 'esbuild';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { listFiles } from './zip';

/** Gzipped bytes that an ordinary page of the host may load from us. */
export const EAGER_LIMIT = 10_000;
/** Gzipped bytes that the app may load before it shows a page. */
export const APP_LIMIT = 350_000;

/** What must never ship, by its path in the source. */
const NEVER_SHIPS = /\.test\.tsx?$|(^|\/)samples\/|^(test|bench|dev)\//;

/** @throws when something ships that must not: native addons, tests, samples. */
export async function checkContent(dir: string, metafiles: Metafile[]): Promise<void> {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const wrong = [
    ...inputs.filter((path) => !path.includes('node_modules/') && NEVER_SHIPS.test(path)),
    ...(await listFiles(dir)).filter((path) => path.endsWith('.node')),
  ];
  if (wrong.length > 0) throw new Error(`These must not ship: ${wrong.join(', ')}.`);
}

/**
 * Gzipped bytes of the files.
 * @param what loads them, for the message
 * @throws when they are more than `limit`
 */
export async function checkLoadedSize(
  publicDir: string,
  files: string[],
  limit: number,
  what: string,
): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(publicDir, file))).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > limit) {
    const parts = files.map((file, i) => `${file} ${sizes[i]}`).join(', ');
    throw new Error(`${what} would load ${total} bytes gzipped, more than ${limit}: ${parts}.`);
  }
  return total;
}

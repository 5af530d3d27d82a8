import type { Metafile } from 'esbuild';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { listFiles } from './zip';

/** Gzipped bytes that an ordinary page of the host may load from us. */
export const EAGER_LIMIT = 10_000;

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
 * Gzipped bytes of the files that every page of the host loads.
 * @throws when they are more than the limit
 */
export async function checkEagerSize(publicDir: string, eager: string[]): Promise<number> {
  const sizes = await Promise.all(
    eager.map(async (file) => gzipSync(await readFile(join(publicDir, file))).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > EAGER_LIMIT) {
    const parts = eager.map((file, i) => `${file} ${sizes[i]}`).join(', ');
    throw new Error(
      `Every page of the host would load ${total} bytes gzipped, more than ${EAGER_LIMIT}: ${parts}.`,
    );
  }
  return total;
}

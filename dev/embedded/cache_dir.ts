import { mkdirSync, mkdtempSync } from 'fs';
import { join, resolve } from 'path';

/** What may be deleted at any time and is not in version control: jars, data of embedded parts. */
export const CACHE_DIR = resolve(__dirname, '../../.cache');

/** A new directory below the cache for one run of a part. */
export function temporaryDir(name: string): string {
  const parent = join(CACHE_DIR, 'run');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${name}-`));
}

import { createHash } from 'crypto';
import { existsSync } from 'fs';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { listFiles } from './zip';

const FOLDERS = ['common', 'server', 'public', 'dev/build'];
const FILES = ['package.json', 'package-lock.json', 'opensearch_dashboards.json', 'LICENSE'];

/** A hash of everything that a build reads. */
export async function hashInputs(root: string): Promise<string> {
  const hash = createHash('sha256');
  const paths = [...FILES];
  for (const folder of FOLDERS) {
    const files = await listFiles(join(root, folder));
    paths.push(...files.map((file) => `${folder}/${file}`));
  }
  for (const path of paths.filter((path) => !isTest(path) && existsSync(join(root, path)))) {
    hash.update(`${path}\0`).update(await readFile(join(root, path)));
  }
  return hash.digest('hex');
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/samples\//.test(path);
}

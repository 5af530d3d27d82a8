import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { mkdir, readFile, rename, rm, writeFile } from 'fs/promises';
import { join, resolve } from 'path';
import { promisify } from 'util';
import { brotliDecompress } from 'zlib';

const ROOT = resolve(__dirname, '../../..');
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');

const run = promisify(execFile);
const decompress = promisify(brotliDecompress);

export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * The browser of the tests: `CHROMIUM_PATH`, else the one that the package `@sparticuz/chromium` brings, unpacked once
 * into the cache. Its own shared libraries and fonts are used only where the machine has none.
 */
export async function findBrowser(): Promise<Browser> {
  // Tests run as root in containers, where Chromium's sandbox cannot work and /dev/shm is small.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args, env: {} };
  const dir = await unpackOnce();
  const executablePath = join(dir, 'chromium');
  const env: Record<string, string> = {};
  if (await lacksLibraries(executablePath)) {
    env.LD_LIBRARY_PATH = [join(dir, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = dir;
  return { executablePath, args, env };
}

async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = join(ROOT, '.cache', `chromium-${version}`);
  if (existsSync(dir)) return dir;
  // Unpacked aside and then moved: another test run may be doing the same.
  const staging = `${dir}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  await writeFile(join(staging, 'chromium'), await unpack('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    const tar = join(staging, archive.replace('.br', ''));
    await writeFile(tar, await unpack(archive));
    await run('tar', ['-xf', tar, '-C', staging]);
    await rm(tar);
  }
  try {
    await rename(staging, dir);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
  return dir;
}

async function unpack(file: string): Promise<Buffer> {
  return decompress(await readFile(join(PACKAGE, 'bin', file)));
}

async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    return (await run('ldd', [executable])).stdout.includes('not found');
  } catch {
    return true;
  }
}

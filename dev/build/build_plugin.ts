import { existsSync } from 'fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'fs/promises';
import { join, resolve } from 'path';
import { buildBrowser } from './browser_bundle';
import { APP_LIMIT, checkContent, checkLoadedSize, EAGER_LIMIT } from './checks';
import { hashInputs } from './input_hash';
import { makeManifest } from './manifest';
import { makeNotices } from './notices';
import { COUNTRY_DATABASE, WORLD_ATLAS, buildServer } from './server_bundle';
import { listFiles, writeZip } from './zip';

const ROOT = resolve(__dirname, '../..');

export interface BuildOptions {
  /** The release of the host to build for, such as 2.8.0; the one in the source's manifest unless given. */
  osdVersion?: string;
  /** Where the plugin's folder and the zip go; `build/` unless given. */
  outDir?: string;
  /** Build even if nothing changed since the last time. */
  force?: boolean;
}

export interface BuildResult {
  /** The plugin's folder, as it will be below the host's `plugins/`. */
  dir: string;
  zip: string;
  /** Nothing had changed: what was there is returned. */
  skipped: boolean;
  /** Gzipped bytes that an ordinary page of the host loads from us. */
  eagerBytes: number;
  /** Gzipped bytes that the app loads before it shows a page. */
  appBytes: number;
  /** Bytes of each file, by its path in `dir`. */
  files: Record<string, number>;
}

/**
 * Builds the plugin's folder and its installable zip.
 * @throws when a file is missing or wrong, or the part that every page loads is too large
 */
export async function buildPlugin(options: BuildOptions = {}): Promise<BuildResult> {
  const outDir = options.outDir ?? join(ROOT, 'build');
  const manifest = await makeManifest(ROOT, options.osdVersion);
  const { id, version, opensearchDashboardsVersion } = manifest;
  const dir = join(outDir, id);
  const zip = join(outDir, `${id}-${version}-osd-${opensearchDashboardsVersion}.zip`);
  const stamp = join(outDir, `${id}.stamp.json`);
  const key = `${await hashInputs(ROOT)} ${opensearchDashboardsVersion}`;

  const last = options.force ? undefined : await readStamp(stamp);
  if (last?.key === key && existsSync(dir) && existsSync(zip)) {
    return { dir, zip, skipped: true, ...last.sizes, files: await fileSizes(dir) };
  }

  // Built aside and then moved, so that a host that reads the folder never sees half of it.
  const staging = join(outDir, `.staging-${process.pid}`);
  try {
    await mkdir(staging, { recursive: true });
    const [server, browser] = await Promise.all([buildServer(ROOT, staging), buildBrowser(ROOT, staging)]);
    await writeFile(join(staging, 'opensearch_dashboards.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await copyFile(join(ROOT, 'LICENSE'), join(staging, 'LICENSE.txt'));
    await copyFile(join(ROOT, COUNTRY_DATABASE), join(staging, 'server/country.mmdb'));
    const metafiles = [...server, ...browser.metafiles];
    const notices = await makeNotices(ROOT, metafiles, [COUNTRY_DATABASE, WORLD_ATLAS]);
    await writeFile(join(staging, 'THIRD_PARTY_NOTICES.txt'), notices);
    await checkContent(staging, metafiles);
    const publicDir = join(staging, 'target/public');
    const sizes: Sizes = {
      eagerBytes: await checkLoadedSize(publicDir, browser.eager, EAGER_LIMIT, 'Every page of the host'),
      appBytes: await checkLoadedSize(publicDir, browser.app, APP_LIMIT, 'The app'),
    };
    await writeZip(staging, `opensearch-dashboards/${id}`, `${staging}.zip`);
    await rename(`${staging}.zip`, zip);
    await rm(dir, { recursive: true, force: true });
    await rename(staging, dir);
    await writeFile(stamp, JSON.stringify({ key, sizes } satisfies Stamp));
    return { dir, zip, skipped: false, ...sizes, files: await fileSizes(dir) };
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(`${staging}.zip`, { force: true });
  }
}

type Sizes = Pick<BuildResult, 'eagerBytes' | 'appBytes'>;

/** What was built last, and from what. */
interface Stamp {
  key: string;
  sizes: Sizes;
}

async function readStamp(path: string): Promise<Stamp | undefined> {
  if (!existsSync(path)) return undefined;
  return JSON.parse(await readFile(path, 'utf8')) as Stamp;
}

async function fileSizes(dir: string): Promise<Record<string, number>> {
  const entries = (await listFiles(dir)).map(
    async (file) => [file, (await stat(join(dir, file))).size] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

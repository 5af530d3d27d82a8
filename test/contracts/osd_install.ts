import { execFileSync } from 'child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import type { PackageInfo } from '../../types/opensearch_dashboards_server';

const ROOT = resolve(__dirname, '../..');
const PROBE = join(__dirname, 'probe_plugin');

/** Node for OSD: `OSD_NODE` (a binary), `OSD_NODE_HOME`, or the one that OSD ships. */
export function nodeOf(osdHome: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env['OSD_NODE']) return env['OSD_NODE'];
  return join(env['OSD_NODE_HOME'] ?? join(osdHome, 'node'), 'bin/node');
}

/** Which OSD it is, as it tells plugins too. */
export type Release = Pick<PackageInfo, 'version' | 'buildNum'>;

export function releaseOf(osdHome: string): Release {
  const { version, build } = JSON.parse(readFileSync(join(osdHome, 'package.json'), 'utf8')) as {
    version: string;
    build: { number: number };
  };
  return { version, buildNum: build.number };
}

function builtZip(version: string): string {
  const build = join(ROOT, 'build');
  const names = existsSync(build) ? readdirSync(build) : [];
  const zip = names.find((name) => name.startsWith('awsSiem-') && name.endsWith(`-osd-${version}.zip`));
  if (zip === undefined)
    throw new Error(
      `build/ has no zip of the plugin for OSD ${version}: run npm run build -- --osd ${version}`,
    );
  return join(build, zip);
}

/**
 * Puts the built zip into a real OSD with its own installer, in place of an older one.
 * @throws Error with the installer's output
 */
export function installPlugin(osdHome: string): void {
  const run = (...args: string[]) =>
    execFileSync(nodeOf(osdHome), [join(osdHome, 'src/cli_plugin/dist'), ...args, '--allow-root'], {
      cwd: osdHome,
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: 'pipe',
    });
  if (existsSync(join(osdHome, 'plugins/awsSiem'))) run('remove', 'awsSiem');
  run('install', `file://${builtZip(releaseOf(osdHome).version)}`);
}

/** Copies the probe plugin into a real OSD, as made for it; hosts find their modules only from there, so that a link would not do. */
export function installProbe(osdHome: string): void {
  const target = join(osdHome, 'plugins/siemProbe');
  rmSync(target, { recursive: true, force: true });
  cpSync(PROBE, target, { recursive: true });
  const file = join(target, 'opensearch_dashboards.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const { version } = releaseOf(osdHome);
  writeFileSync(file, JSON.stringify({ ...manifest, opensearchDashboardsVersion: version }));
}

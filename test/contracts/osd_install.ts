import { execFileSync } from 'child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'fs';
import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '../..');
const PROBE = join(__dirname, 'probe_plugin');

/** Node for OSD: `OSD_NODE` (a binary), `OSD_NODE_HOME`, or the one that OSD ships. */
export function nodeOf(osdHome: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env['OSD_NODE']) return env['OSD_NODE'];
  return join(env['OSD_NODE_HOME'] ?? join(osdHome, 'node'), 'bin/node');
}

function builtZip(): string {
  const build = join(ROOT, 'build');
  const names = existsSync(build) ? readdirSync(build) : [];
  const zip = names.find((name) => /^awsSiem-.*-osd-2\.8\.0\.zip$/.test(name));
  if (zip === undefined) throw new Error('build/ has no zip of the plugin for OSD 2.8.0: run npm run build');
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
  run('install', `file://${builtZip()}`);
}

/** Copies the probe plugin into a real OSD; hosts find their modules only from there, so that a link would not do. */
export function installProbe(osdHome: string): void {
  const target = join(osdHome, 'plugins/siemProbe');
  rmSync(target, { recursive: true, force: true });
  cpSync(PROBE, target, { recursive: true });
}

import { existsSync, readFileSync } from 'fs';
import path from 'path';
import { PACKAGE_INFO } from '../version';

export interface PluginManifest {
  id: string;
  version: string;
  /** Dotted path of the plugin's settings. */
  configPath: string;
  requiredPlugins: string[];
  optionalPlugins: string[];
  requiredBundles: string[];
  server: boolean;
  ui: boolean;
}

/** All that OSD 2.8 knows; any other key keeps it from starting. */
const KNOWN_KEYS = [
  'id',
  'version',
  'opensearchDashboardsVersion',
  'configPath',
  'requiredPlugins',
  'optionalPlugins',
  'requiredBundles',
  'extraPublicDirs',
  'ui',
  'server',
];

const snakeCase = (id: string): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function hostVersionMatches(expected: string): boolean {
  if (expected === 'opensearchDashboards') return true;
  const [major, minor = '0', patch = '0'] = /\d+(\.\d+){0,2}/.exec(expected)?.[0].split('.') ?? [];
  return `${major}.${minor}.${patch}` === PACKAGE_INFO.version;
}

/**
 * Reads `opensearch_dashboards.json` of one plugin directory.
 * @throws with the same reasons for which OSD refuses to start
 */
export function readManifest(directory: string): PluginManifest {
  const file = path.join(directory, 'opensearch_dashboards.json');
  const fail = (reason: string): never => {
    throw new Error(`Failed to parse manifest for plugin at "${file}": ${reason}`);
  };
  if (!existsSync(file)) fail('there is no such file');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const unknown = Object.keys(manifest).filter((key) => !KNOWN_KEYS.includes(key));
  if (unknown.length > 0) fail(`unknown keys: ${unknown.join(', ')}`);

  const { id, version } = manifest;
  if (typeof id !== 'string' || !/^[a-z][a-zA-Z0-9]+$/.test(id)) return fail(`"id" must be camelCase`);
  if (typeof version !== 'string' || version === '') return fail('"version" is missing');
  const expected = manifest.opensearchDashboardsVersion ?? version;
  if (typeof expected !== 'string' || !hostVersionMatches(expected))
    fail(`it is made for ${String(expected)}, this is ${PACKAGE_INFO.version}`);
  if (manifest.ui !== true && manifest.server !== true) fail('"ui" or "server" must be true');

  const list = (key: string): string[] => (Array.isArray(manifest[key]) ? (manifest[key] as string[]) : []);
  const configPath = manifest.configPath ?? snakeCase(id);
  return {
    id,
    version,
    configPath: Array.isArray(configPath) ? configPath.join('.') : String(configPath),
    requiredPlugins: list('requiredPlugins'),
    optionalPlugins: list('optionalPlugins'),
    requiredBundles: list('requiredBundles'),
    server: manifest.server === true,
    ui: manifest.ui === true,
  };
}

import { readFile } from 'fs/promises';
import { join } from 'path';

/** The host refuses to start when a manifest has any other key. */
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

export interface Manifest {
  id: string;
  version: string;
  opensearchDashboardsVersion: string;
}

/**
 * The manifest for one release of the host, which accepts only its own exact version.
 * @param osdVersion such as 2.8.0; the one in the source's manifest unless given
 */
export async function makeManifest(root: string, osdVersion?: string): Promise<Manifest> {
  const source = JSON.parse(await readFile(join(root, 'opensearch_dashboards.json'), 'utf8')) as Manifest;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const manifest = {
    ...source,
    version,
    opensearchDashboardsVersion: osdVersion ?? source.opensearchDashboardsVersion,
  };
  const unknown = Object.keys(manifest).filter((key) => !KNOWN_KEYS.includes(key));
  if (unknown.length > 0)
    throw new Error(`Unknown keys in opensearch_dashboards.json: ${unknown.join(', ')}.`);
  if (!/^\d+\.\d+\.\d+$/.test(manifest.opensearchDashboardsVersion)) {
    throw new Error(
      `--osd must be a full version such as 2.8.0, not "${manifest.opensearchDashboardsVersion}".`,
    );
  }
  return manifest;
}

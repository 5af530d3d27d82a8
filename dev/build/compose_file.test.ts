import { spawnSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { load } from 'js-yaml';
import { version } from '../../package.json';
import { parseConfig } from '../../server/config';

const DEPLOY = resolve(__dirname, '../../deploy');
const FILE = join(DEPLOY, 'docker-compose.yml');

interface Service {
  image: string;
  command?: string[];
  environment: Record<string, string>;
  volumes: string[];
  ports?: string[];
}

const compose = load(readFileSync(FILE, 'utf8')) as {
  services: Record<'opensearch' | 'dashboards', Service>;
};
const { opensearch, dashboards } = compose.services;
const release = dashboards.image.split(':')[1] ?? '';

describe('the compose file', () => {
  it('runs OpenSearch and OpenSearch Dashboards of one release, and installs the zip made for it', () => {
    expect(opensearch.image).toBe(`opensearchproject/opensearch:${release}`);
    expect(dashboards.command?.join(' ')).toContain(`/zips/awsSiem-${version}-osd-${release}.zip`);
    expect(readFileSync(FILE, 'utf8')).toContain(`npm run build -- --osd ${release}`);
  });

  it('mounts files that are there, and is reachable from this machine alone', () => {
    const mounted = dashboards.volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((path) => !path.endsWith('build'));
    for (const path of mounted) expect(existsSync(join(DEPLOY, path))).toBe(true);
    for (const port of dashboards.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(opensearch.ports).toBeUndefined();
  });

  it('gives OSD settings that the plugin takes', () => {
    const settings = load(readFileSync(join(DEPLOY, 'opensearch_dashboards.yml'), 'utf8')) as Record<
      string,
      unknown
    >;
    const own = Object.entries(settings)
      .filter(([key]) => key.startsWith('awsSiem.'))
      .map(([key, value]) => [key.slice('awsSiem.'.length), value] as const);
    expect(own.map(([key]) => key)).toContain('encryptionKeys');
    const filled = JSON.parse(
      JSON.stringify(Object.fromEntries(own)).replace('${SIEM_ENCRYPTION_KEY}', 'k'.repeat(44)),
    ) as object;
    expect(() => parseConfig(filled)).not.toThrow();
    expect(dashboards.environment['SIEM_ENCRYPTION_KEY']).toContain('${SIEM_ENCRYPTION_KEY:?');
  });

  it('is one that Docker Compose reads, where it is installed', () => {
    const { error, status, stderr } = spawnSync('docker', ['compose', '-f', FILE, 'config', '--quiet'], {
      env: { ...process.env, SIEM_ENCRYPTION_KEY: 'k'.repeat(44) },
      encoding: 'utf8',
    });
    if (!error && !/is not a docker command|unknown/.test(stderr))
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

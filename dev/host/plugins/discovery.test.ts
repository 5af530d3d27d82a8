import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { HostConfig } from '../config';
import { discoverPlugins } from './discovery';

const root = mkdtempSync(join(tmpdir(), 'discovery-'));
afterAll(() => rmSync(root, { recursive: true }));

const EMPTY_SERVER = 'exports.plugin = () => ({ setup() {}, start() {} });';

/** Writes a plugin and returns its directory. */
function plugin(manifest: Record<string, unknown>, server = EMPTY_SERVER): string {
  const directory = mkdtempSync(join(root, 'plugin-'));
  mkdirSync(join(directory, 'server'));
  writeFileSync(
    join(directory, 'opensearch_dashboards.json'),
    JSON.stringify({ version: '1.0.0', opensearchDashboardsVersion: '2.8.0', server: true, ...manifest }),
  );
  writeFileSync(join(directory, 'server/index.js'), server);
  return directory;
}

function discover(directories: string[], settings: Record<string, unknown> = {}) {
  const skipped: string[] = [];
  const found = discoverPlugins(directories, new HostConfig(settings), (message) => skipped.push(message));
  return { ids: found.map(({ manifest }) => manifest.id), found, skipped };
}

describe('discovery of plugins', () => {
  it('orders them by what they need', () => {
    const needy = plugin({ id: 'needy', requiredPlugins: ['data', 'needed'], optionalPlugins: ['liked'] });
    const liked = plugin({ id: 'liked' });
    const needed = plugin({ id: 'needed' });
    expect(discover([needy, liked, needed]).ids).toEqual(['liked', 'needed', 'needy']);
  });

  it('leaves out one that lacks a required plugin, and says so', () => {
    const { ids, skipped } = discover([plugin({ id: 'lonely', requiredPlugins: ['nowhere'] })]);
    expect(ids).toEqual([]);
    expect(skipped[0]).toContain('"lonely" has been disabled');
    expect(skipped[0]).toContain('[nowhere]');
  });

  it('shows browsers only the settings that are exposed', () => {
    const server = `${EMPTY_SERVER}
      exports.config = {
        exposeToBrowser: { shown: true },
        schema: { __isOsdConfigSchemaType: true, validate: (value) => ({ secret: 1, ...value }) },
      };`;
    const directory = plugin({ id: 'ours', configPath: ['ours'] }, server);
    const { found } = discover([directory], { 'ours.shown': 'yes' });
    expect(found[0]).toMatchObject({ config: { secret: 1, shown: 'yes' }, browserConfig: { shown: 'yes' } });
    expect(found[0]?.browserConfig).not.toHaveProperty('secret');
  });

  it.each([
    ['an unknown key', { id: 'ours', supportedVersions: [] }, 'unknown keys: supportedVersions'],
    ['another patch release', { id: 'ours', opensearchDashboardsVersion: '2.8.1' }, 'made for 2.8.1'],
    ['an id that is not camelCase', { id: 'our-plugin' }, 'must be camelCase'],
    ['neither ui nor server', { id: 'ours', server: false }, '"ui" or "server"'],
  ])('refuses a manifest with %s', (_name, manifest, reason) => {
    expect(() => discover([plugin(manifest)])).toThrow(reason);
  });
});

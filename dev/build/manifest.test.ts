import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { makeManifest } from './manifest';

describe('makeManifest', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'manifest-'));
    await writeFile(join(root, 'package.json'), JSON.stringify({ version: '1.2.3' }));
    await writeSource({ id: 'awsSiem', version: '0.0.0', opensearchDashboardsVersion: '2.8.0', ui: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const writeSource = (manifest: object) =>
    writeFile(join(root, 'opensearch_dashboards.json'), JSON.stringify(manifest));

  it("takes the package's version and the release of the host that is asked for", async () => {
    await expect(makeManifest(root, '2.19.1')).resolves.toEqual({
      id: 'awsSiem',
      version: '1.2.3',
      opensearchDashboardsVersion: '2.19.1',
      ui: true,
    });
    await expect(makeManifest(root)).resolves.toMatchObject({ opensearchDashboardsVersion: '2.8.0' });
  });

  it.each(['2.8', 'latest', '2.8.0-SNAPSHOT'])('refuses %s, which no host would install', async (version) => {
    await expect(makeManifest(root, version)).rejects.toThrow('must be a full version');
  });

  it('refuses keys with which the host would not start', async () => {
    await writeSource({ id: 'awsSiem', opensearchDashboardsVersion: '2.8.0', owner: 'us' });
    await expect(makeManifest(root)).rejects.toThrow('Unknown keys in opensearch_dashboards.json: owner.');
  });
});

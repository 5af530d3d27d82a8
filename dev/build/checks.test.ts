import { randomBytes } from 'crypto';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { checkContent, checkLoadedSize } from './checks';

const metafile = (...inputs: string[]) => ({
  inputs: Object.fromEntries(inputs.map((path) => [path, { bytes: 1, imports: [] }])),
  outputs: {},
});

describe('what is checked before it ships', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'checks-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('passes code and libraries', async () => {
    await expect(
      checkContent(dir, [metafile('server/main.ts', 'node_modules/x/test/index.js')]),
    ).resolves.toBeUndefined();
  });

  it.each(['server/core/a.test.ts', 'server/core/ingest/log_types/elb/samples/a.log', 'dev/demo/main.ts'])(
    'refuses %s',
    async (path) => {
      await expect(checkContent(dir, [metafile(path)])).rejects.toThrow(`must not ship: ${path}`);
    },
  );

  it('refuses native addons', async () => {
    await writeFile(join(dir, 'fast.node'), '');
    await expect(checkContent(dir, [])).rejects.toThrow('must not ship: fast.node');
  });

  it('fails with the parts when too much would be loaded, counted as it travels', async () => {
    const check = (...files: string[]) => checkLoadedSize(dir, files, 10_000, 'Every page');
    await writeFile(join(dir, 'loader.js'), randomBytes(6_000));
    await writeFile(join(dir, 'app.js'), randomBytes(6_000));
    await expect(check('loader.js')).resolves.toBeGreaterThan(6_000);
    await expect(check('loader.js', 'app.js')).rejects.toThrow(
      /^Every page would load 12\d+ .* more than 10000: loader\.js \d+, app\.js \d+\.$/,
    );
    await writeFile(join(dir, 'app.js'), 'a'.repeat(10_000));
    await expect(check('loader.js', 'app.js')).resolves.toBeLessThan(6_200);
  });
});

import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { fromBuffer, type Entry } from 'yauzl';
import { listFiles, writeZip } from './zip';

function entriesOf(zip: Buffer): Promise<Entry[]> {
  return new Promise((resolve, reject) =>
    fromBuffer(zip, (error, file) => {
      if (error) return reject(error);
      const entries: Entry[] = [];
      file.on('entry', (entry: Entry) => entries.push(entry));
      file.on('end', () => resolve(entries));
    }),
  );
}

describe('writeZip', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zip-'));
    await mkdir(join(dir, 'in/server'), { recursive: true });
    await writeFile(join(dir, 'in/server/index.js'), 'code', { mode: 0o600 });
    await writeFile(join(dir, 'in/a.json'), '{}');
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('lists files sorted, folders left out', async () => {
    await expect(listFiles(join(dir, 'in'))).resolves.toEqual(['a.json', 'server/index.js']);
  });

  it("gives every file the mode that lets the host read it, below the installer's folder", async () => {
    await writeZip(join(dir, 'in'), 'opensearch-dashboards/awsSiem', join(dir, 'out.zip'));
    const entries = await entriesOf(await readFile(join(dir, 'out.zip')));
    expect(entries.map(({ fileName }) => fileName)).toEqual([
      'opensearch-dashboards/awsSiem/a.json',
      'opensearch-dashboards/awsSiem/server/index.js',
    ]);
    expect(entries.map((entry) => (entry.externalFileAttributes >>> 16) & 0o777)).toEqual([0o644, 0o644]);
  });

  it('makes the same zip of the same content', async () => {
    await writeZip(join(dir, 'in'), 'x', join(dir, '1.zip'));
    await utimes(join(dir, 'in/a.json'), new Date(0), new Date(0));
    await writeZip(join(dir, 'in'), 'x', join(dir, '2.zip'));
    expect((await readFile(join(dir, '1.zip'))).equals(await readFile(join(dir, '2.zip')))).toBe(true);
  });
});

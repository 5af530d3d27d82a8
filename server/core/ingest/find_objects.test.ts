import { countingStore } from '../../../test/fakes/counting_store';
import { type FakeObjectStore, fakeObjectStore } from '../../../test/fakes/object_store';
import { findObjects, type ObjectSearch } from './find_objects';

const now = Date.parse('2026-01-15T12:00:00Z');
const DAY = 86_400_000;

describe('finding objects', () => {
  let store: FakeObjectStore;
  beforeEach(() => {
    store = fakeObjectStore();
  });

  async function search(what: Partial<ObjectSearch> = {}) {
    const found = { keys: [] as string[], undated: 0, skipped: false, upTo: '' };
    for await (const page of findObjects(store, { prefix: '', since: now - DAY, ...what })) {
      found.keys.push(...page.objects.map(({ key }) => key));
      found.undated += page.undated;
      found.skipped ||= page.skipped;
      found.upTo = page.upTo;
    }
    return found;
  }

  it('lists everything below a prefix, page by page', async () => {
    for (let file = 0; file < 2_500; file++) store.put(`access/2020-01-01-${file}`, 'x');
    store.put('other/b', 'x');
    expect((await search({ since: -Infinity })).keys).toHaveLength(2_501);
    expect(await search({ prefix: 'access/', since: -Infinity })).toMatchObject({ skipped: false });
    expect((await search({ prefix: 'nothing/' })).keys).toEqual([]);
  });

  it.each([
    ['AWS', 'AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/', ''],
    [
      'Hive',
      'AWSLogs/aws-account-id=1/aws-service=vpcflowlogs/aws-region=eu-central-1/year=2026/month=01/day=',
      '',
    ],
    ['partitioned S3 access logs', 'logs/1/eu-central-1/2024/2026/01/', ''],
    ['simple S3 access logs', 'logs/site-2026-01-', '-07-05-59-'],
    ['CloudFront', 'cdn/E2ABC.2026-01-', '-07.'],
    ['folders named by a day', 'dt=2026-01-', ''],
  ])('lists only the wanted days of the layout of %s', async (_layout, folder, rest) => {
    for (const day of ['12', '13', '14', '15', '16']) store.put(`${folder}${day}${rest || '/'}a`, 'x');
    store.put(folder.replace('2026', '2019') + `01${rest || '/'}a`, 'x');
    const found = await search();
    const hour = rest.includes('07') ? ['15', '16'] : ['14', '15', '16'];
    expect(found.keys).toEqual(hour.map((day) => `${folder}${day}${rest || '/'}a`));
    expect(found).toMatchObject({ skipped: true, undated: 0 });
  });

  it('looks at hours where the folders have them', async () => {
    for (const hour of ['09', '11', '12', '13']) {
      store.put(`firehose/2026/01/15/${hour}/a`, 'x');
      store.put(`hive/year=2026/month=01/day=15/hour=${hour}/a`, 'x');
    }
    const { keys } = await search({ since: now - 3_600_000 });
    expect(keys.map((key) => key.replace(/[^0-9]*/g, ''))).toEqual(
      ['11', '12', '13', '11', '12', '13'].map((hour) => `20260115${hour}`),
    );
  });

  it.each([
    ['AWS', 'AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/', ''],
    ['Hive', 'logs/aws-region=eu-central-1/year=2026/month=01/day=', ''],
    ['simple S3 access logs', 'logs/site-2026-01-', '-07-05-59-'],
    ['CloudFront', 'cdn/E2ABC.2026-01-', '-07.'],
    ['hours', 'firehose/2026/01/', '/07/'],
  ])('ends with the last wanted day of the layout of %s', async (_layout, folder, rest) => {
    for (const day of ['12', '13', '14', '15', '16']) store.put(`${folder}${day}${rest || '/'}a`, 'x');
    store.put(folder.replace('2026', '2027') + `01${rest || '/'}a`, 'x');
    const days = async (since: string, until: string) => {
      const found = await search({ since: Date.parse(since), until: Date.parse(until) });
      return found.keys.map((key) => key.slice(folder.length, folder.length + 2));
    };
    expect(await days('2026-01-13', '2026-01-15')).toEqual(['13', '14']);
    expect(await days('2026-01-13T07:30Z', '2026-01-15T07:01Z')).toEqual(['13', '14', '15']);
    expect(await days('2026-01-13', '2026-01-15T06:00Z')).toEqual(rest ? ['13', '14'] : ['13', '14', '15']);
  });

  it('leaps over what is later, with a call or two a folder', async () => {
    const keys: string[] = [];
    for (const account of ['a', 'b', 'c']) {
      for (let day = 0; day < 300; day++) {
        const date = new Date(Date.UTC(2025, 5, 1) + day * DAY).toISOString().slice(0, 10).replace(/-/g, '/');
        for (let file = 0; file < 50; file++) keys.push(`AWSLogs/${account}/${date}/${file}`);
      }
    }
    const many = countingStore(keys, now);
    const found: string[] = [];
    const june = { since: Date.UTC(2025, 6, 1), until: Date.UTC(2025, 6, 3) };
    for await (const { objects } of findObjects(many, { prefix: '', ...june })) {
      found.push(...objects.map(({ key }) => key));
    }
    expect(found).toHaveLength(3 * 2 * 50);
    expect(many.calls).toBeLessThan(9);
  });

  it('goes by when objects were stored where their keys carry no date, if asked', async () => {
    store.put('a', 'x', now - 3 * DAY);
    store.put('b', 'x', now - DAY);
    store.put('c', 'x', now);
    const yesterday = { since: now - DAY, until: now };
    expect((await search({ ...yesterday, byModified: true })).keys).toEqual(['b']);
    expect((await search(yesterday)).keys).toEqual(['a', 'b', 'c']);
  });

  it('gives keys without a date, says how many, and looks for dates only below the prefix', async () => {
    store.put('export/2019/01/02/task/000000.gz', 'x');
    store.put('export/2019/01/02/aws-logs-write-test', 'x');
    expect(await search({ prefix: 'export/2019/01/02/' })).toMatchObject({ undated: 2, skipped: false });
    expect(await search()).toMatchObject({ keys: [], undated: 0, skipped: true });
  });

  it('goes on behind a key', async () => {
    for (const name of ['a', 'b', 'c']) store.put(`x/2026/01/15/${name}`, 'x');
    const { upTo } = await search();
    expect(upTo).toBe('x/2026/01/15/c');
    expect((await search({ after: 'x/2026/01/15/a' })).keys).toHaveLength(2);
  });

  it('finds new accounts and regions by itself', async () => {
    const key = (account: number, day: string) => `AWSLogs/${account}/CloudTrail/us-east-1/${day}/a`;
    for (const account of [1, 3])
      for (const day of ['2024/05/01', '2026/01/15']) store.put(key(account, day), 'x');
    expect((await search()).keys).toEqual([key(1, '2026/01/15'), key(3, '2026/01/15')]);
    store.put(key(2, '2026/01/15'), 'x');
    expect((await search()).keys).toHaveLength(3);
  });
});

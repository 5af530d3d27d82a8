import type { ListedObject } from '../ports';
import { type FakeObjectStore, fakeObjectStore } from '../../../test/fakes/object_store';
import { findAllObjects, findRecentObjects, hasDatedKeys } from './find_objects';

const now = Date.parse('2026-01-15T12:00:00Z');
const DAY = 86_400_000;

async function keysOf(pages: AsyncIterable<ListedObject[]>): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.map(({ key }) => key));
  return keys;
}

describe('finding objects', () => {
  let store: FakeObjectStore;
  beforeEach(() => {
    store = fakeObjectStore();
  });

  it('lists everything below a prefix, page by page', async () => {
    for (let file = 0; file < 2_500; file++) store.put(`access/2020-01-01-${file}`, 'x');
    store.put('other/b', 'x');
    expect(await keysOf(findAllObjects(store, ''))).toHaveLength(2_501);
    expect(await keysOf(findAllObjects(store, 'access/'))).toHaveLength(2_500);
    expect(await keysOf(findAllObjects(store, 'nothing/'))).toEqual([]);
  });

  it("knows AWS's layout by a folder or a key", async () => {
    store.put('team/prod/AWSLogs/1/CloudTrail/eu-central-1/2020/01/01/a', 'x');
    store.put('zz/access/2020-01-01', 'x');
    expect(await hasDatedKeys(store, '')).toBe(true);
    expect(await hasDatedKeys(store, 'team/prod/')).toBe(true);
    expect(await hasDatedKeys(store, 'team/prod/AWSLogs/1/')).toBe(true);
    expect(await hasDatedKeys(store, 'zz/')).toBe(false);
    expect(await hasDatedKeys(store, 'nothing/')).toBe(false);
  });

  it('lists only recent days of dated folders, the day after today included', async () => {
    const regions = ['AWSLogs/1/vpcflowlogs/eu-central-1', 'AWSLogs/o-1/2/vpcflowlogs/us-east-1'];
    for (const region of regions) {
      for (const day of ['2019/05/05', '2026/01/12', '2026/01/14', '2026/01/15', '2026/01/16']) {
        store.put(`${region}/${day}/log`, 'x');
      }
    }
    store.put('AWSLogs/aws-logs-write-test', 'x');
    const found = await keysOf(findRecentObjects(store, { prefix: '', since: now - DAY, now }));
    expect(found.filter((key) => key.startsWith(regions[0] as string))).toEqual([
      'AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/14/log',
      'AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/15/log',
      'AWSLogs/1/vpcflowlogs/eu-central-1/2026/01/16/log',
    ]);
    expect(found).toHaveLength(7);
    expect(store.listed.some((prefix) => prefix.includes('2019'))).toBe(false);
  });

  it('walks from a prefix inside the layout, and over hours below days', async () => {
    store.put('AWSLogs/1/elasticloadbalancing/eu-central-1/2026/01/15/07/log', 'x');
    store.put('AWSLogs/1/elasticloadbalancing/eu-central-1/2025/12/31/07/log', 'x');
    const prefix = 'AWSLogs/1/elasticloadbalancing/';
    expect(await keysOf(findRecentObjects(store, { prefix, since: now, now }))).toEqual([
      'AWSLogs/1/elasticloadbalancing/eu-central-1/2026/01/15/07/log',
    ]);
  });
});

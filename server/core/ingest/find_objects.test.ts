import { type FakeObjectStore, fakeObjectStore } from '../../../test/fakes/object_store';
import { findObjects } from './find_objects';

const now = Date.parse('2026-01-15T12:00:00Z');
const DAY = 86_400_000;

async function keysOf(store: FakeObjectStore, prefix: string, since?: number): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of findObjects(store, { prefix, since, now }))
    keys.push(...page.map(({ key }) => key));
  return keys;
}

describe('finding objects', () => {
  let store: FakeObjectStore;
  beforeEach(() => {
    store = fakeObjectStore();
  });

  it('lists everything below the prefix the first time', async () => {
    store.put('AWSLogs/1/CloudTrail/eu-central-1/2020/01/01/a', 'x');
    store.put('other/b', 'x');
    expect(await keysOf(store, '')).toHaveLength(2);
    expect(await keysOf(store, 'AWSLogs/')).toHaveLength(1);
    expect(await keysOf(store, 'nothing/')).toEqual([]);
  });

  it('lists only recent days of dated folders, the day after today included', async () => {
    const regions = ['AWSLogs/1/vpcflowlogs/eu-central-1', 'AWSLogs/o-1/2/vpcflowlogs/us-east-1'];
    for (const region of regions) {
      for (const day of ['2019/05/05', '2026/01/12', '2026/01/14', '2026/01/15', '2026/01/16']) {
        store.put(`${region}/${day}/log`, 'x');
      }
    }
    store.put('AWSLogs/aws-logs-write-test', 'x');
    const found = await keysOf(store, '', now - DAY);
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
    expect(await keysOf(store, 'AWSLogs/1/elasticloadbalancing/', now)).toEqual([
      'AWSLogs/1/elasticloadbalancing/eu-central-1/2026/01/15/07/log',
    ]);
  });

  it('lists any other layout whole', async () => {
    for (let file = 0; file < 2_500; file++) store.put(`access/2020-01-01-${file}`, 'x');
    expect(await keysOf(store, 'access/', now)).toHaveLength(2_500);
  });
});

import { isOver, judgeCluster } from './judge_cluster';
import type { ClusterCounters, ClusterState } from './ports';

const GB = 1024 ** 3;
const well: ClusterState = {
  status: 'green',
  dataNodes: 1,
  shards: { open: 100, limit: 1_000 },
  disks: [{ node: 'a', total: 100 * GB, free: 50 * GB }],
  watermarks: { high: '90%', flood: '95%' },
  readOnly: [],
  unchecked: [],
};
const counters: ClusterCounters = {
  rejected: 5,
  indexed: 10_000,
  indexMs: 1_000,
  searches: 100,
  searchMs: 1_000,
};
const disk = (free: number): Partial<ClusterState> => ({
  disks: [...(well.disks ?? []), { node: 'b', total: 100 * GB, free: free * GB }],
});

function judge(change: Partial<ClusterState>, since: Partial<ClusterCounters> = {}) {
  const now = { ...counters };
  for (const [name, more] of Object.entries(since)) now[name as keyof ClusterCounters] += more;
  return judgeCluster({ ...well, counters: now, ...change }, counters);
}

describe('OpenSearch', () => {
  it.each<[string, Partial<ClusterState>, Partial<ClusterCounters>, string[]]>([
    ['is well', {}, {}, []],
    ['lacks replicas only', { status: 'yellow' }, {}, []],
    ['is red', { status: 'red' }, {}, ['cluster_red critical']],
    ['is near the limit of shards', { shards: { open: 900, limit: 1_000 } }, {}, ['shard_limit warning']],
    [
      'has reached the limit of shards',
      { shards: { open: 1_000, limit: 1_000 } },
      {},
      ['shard_limit critical'],
    ],
    ['has a disk above the high watermark', disk(9), {}, ['disk_high_watermark warning']],
    ['has a disk above the flood stage', disk(4), {}, ['disk_flood_stage critical']],
    ['has watermarks of its own', { ...disk(4), watermarks: { high: '3gb', flood: '1gb' } }, {}, []],
    ['has blocked indices', { readOnly: ['siem-logs-x'] }, {}, ['index_read_only critical']],
    ['refuses requests', {}, { rejected: 3 }, ['opensearch_rejecting warning']],
    ['indexes slowly', {}, { indexed: 2_000, indexMs: 20_000 }, ['indexing_slow warning']],
    ['indexed a few documents slowly', {}, { indexed: 10, indexMs: 20_000 }, []],
    ['searches slowly', {}, { searches: 20, searchMs: 60_000 }, ['search_slow warning']],
    ['was started again', {}, { rejected: -5, indexed: -9_000, indexMs: 99_999 }, []],
  ])('%s', (_name, change, since, expected) => {
    const { findings } = judge(change, since);
    expect(findings.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(expected);
  });

  it('is not judged in parts that could not be looked at', () => {
    const { findings, unjudged } = judgeCluster({
      unchecked: [
        { part: 'disks', reason: 'forbidden' },
        { part: 'blocks', reason: 'forbidden' },
      ],
    });
    expect(findings).toEqual([]);
    expect(unjudged).toEqual(['disk_high_watermark', 'disk_flood_stage', 'index_read_only']);
  });
});

it.each([
  ['90%', 11, false],
  ['90%', 10, true],
  ['0.85', 15, true],
  ['10gb', 11, false],
  ['10gb', 10, true],
  ['500mb', 1, false],
  ['nonsense', 0, false],
])('a disk of 100 GB against %s with %d GB free: %s', (watermark, free, over) =>
  expect(isOver(watermark, { total: 100 * GB, free: free * GB })).toBe(over),
);

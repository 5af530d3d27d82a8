import type { HealthKind, HealthSeverity } from '../../../common/health';
import type { Finding, Judgement } from './finding';
import type { ClusterCounters, ClusterPart, ClusterState } from './ports';

/** Of the cluster's limit of shards. */
const SHARDS_NEAR = 0.9;
/** Milliseconds a document, on average; a tenth of a millisecond is common. */
const INDEXING_SLOW = 5;
const MIN_INDEXED = 1_000;
/** Milliseconds a shard searched, on average. */
const SEARCH_SLOW = 2_000;
const MIN_SEARCHES = 10;

/** Which kinds each part of what the cluster says is needed for. */
const KINDS_OF: Record<ClusterPart, readonly HealthKind[]> = {
  health: ['cluster_red', 'shard_limit'],
  settings: ['shard_limit', 'disk_high_watermark', 'disk_flood_stage'],
  disks: ['disk_high_watermark', 'disk_flood_stage'],
  blocks: ['index_read_only'],
  indices: [],
  load: ['opensearch_rejecting', 'indexing_slow', 'search_slow'],
};

/** What is wrong with OpenSearch, now and since the counters of `before` (some minutes ago) were read. */
export function judgeCluster(cluster: ClusterState, before?: ClusterCounters): Judgement {
  return {
    findings: [
      ...judgeShards(cluster),
      ...judgeDisks(cluster),
      ...judgeBlocks(cluster),
      ...(before && cluster.counters ? judgeLoad(before, cluster.counters) : []),
    ],
    unjudged: cluster.unchecked.flatMap(({ part }) => KINDS_OF[part]),
  };
}

function judgeShards({ status, shards }: ClusterState): Finding[] {
  const found: Finding[] = [];
  if (status === 'red') {
    found.push(
      finding(
        'cluster_red',
        'critical',
        'OpenSearch is red: some indices lack a primary shard, so searches miss data and writes to them wait.',
        'GET _cluster/allocation/explain says which shard, and why it has no place.',
      ),
    );
  }
  if (shards && shards.open >= SHARDS_NEAR * shards.limit) {
    const full = shards.open >= shards.limit;
    found.push(
      finding(
        'shard_limit',
        full ? 'critical' : 'warning',
        `${shards.open} of ${shards.limit} shards are in use${full ? ', so no new index can be made' : ''}.`,
        'Delete old indices, rotate less often, or raise cluster.max_shards_per_node.',
      ),
    );
  }
  return found;
}

function judgeDisks({ disks = [], watermarks }: ClusterState): Finding[] {
  if (!watermarks) return [];
  const over = (watermark: string) => disks.filter((disk) => isOver(watermark, disk)).map(({ node }) => node);
  const flooded = over(watermarks.flood);
  if (flooded.length > 0) {
    return [
      finding(
        'disk_flood_stage',
        'critical',
        `Disks are above the flood stage (${watermarks.flood}) on ${flooded.join(', ')}: indices there are read-only.`,
        'Free disk space: delete old indices, shorten retention, or add disks or nodes. Writing goes on by itself.',
      ),
    ];
  }
  const high = over(watermarks.high);
  if (high.length === 0) return [];
  return [
    finding(
      'disk_high_watermark',
      'warning',
      `Disks are above the high watermark (${watermarks.high}) on ${high.join(', ')}; at ${watermarks.flood} indices become read-only.`,
      'Free disk space before that: delete old indices, shorten retention, or add disks or nodes.',
    ),
  ];
}

/** A watermark is a share of use (`90%`, `0.9`) or what has to stay free (`10gb`). */
export function isOver(watermark: string, { total, free }: { total: number; free: number }): boolean {
  const match = /^([\d.]+)\s*(%|[kmgtp]?b)?$/i.exec(watermark.trim());
  if (!match || total <= 0) return false;
  const value = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === undefined || unit === '%') {
    return 1 - free / total >= (unit === '%' ? value / 100 : value);
  }
  const power = 'bkmgtp'.indexOf(unit[0] as string);
  return free <= value * 1024 ** power;
}

function judgeBlocks({ readOnly = [] }: ClusterState): Finding[] {
  if (readOnly.length === 0) return [];
  const shown = readOnly.slice(0, 3).join(', ');
  const rest = readOnly.length - 3;
  return [
    finding(
      'index_read_only',
      'critical',
      `Indices are blocked for writing: ${shown}${rest > 0 ? ` and ${rest} more` : ''}.`,
      'Set index.blocks.read_only_allow_delete, index.blocks.read_only and index.blocks.write to null for them once the disks have room.',
    ),
  ];
}

function judgeLoad(before: ClusterCounters, now: ClusterCounters): Finding[] {
  const since = (counter: keyof ClusterCounters) => now[counter] - before[counter];
  // A node that was started again counts from nothing.
  if (since('rejected') < 0 || since('indexed') < 0 || since('searches') < 0) return [];
  const found: Finding[] = [];
  if (since('rejected') > 0) {
    found.push(
      finding(
        'opensearch_rejecting',
        'warning',
        `OpenSearch refused ${since('rejected')} requests in the last minutes, as its queues were full.`,
        'Nothing is lost: SIEM sends them again. If it goes on, the cluster needs more or faster data nodes.',
      ),
    );
  }
  const perDocument = since('indexMs') / since('indexed');
  if (since('indexed') >= MIN_INDEXED && perDocument >= INDEXING_SLOW) {
    found.push(
      finding(
        'indexing_slow',
        'warning',
        `Indexing takes ${perDocument.toFixed(1)} ms a document; below 1 ms is common.`,
        'Look at CPU, disk and merges of the data nodes (GET _nodes/hot_threads).',
      ),
    );
  }
  const perSearch = since('searchMs') / since('searches');
  if (since('searches') >= MIN_SEARCHES && perSearch >= SEARCH_SLOW) {
    found.push(
      finding(
        'search_slow',
        'warning',
        `Searching a shard of events takes ${(perSearch / 1_000).toFixed(1)} s on average.`,
        'Look for costly searches (GET _tasks?actions=*search&detailed) and for rules over long periods.',
      ),
    );
  }
  return found;
}

function finding(kind: HealthKind, severity: HealthSeverity, message: string, advice: string): Finding {
  return { kind, severity, message, advice, subject: { kind: 'opensearch', id: '', name: 'OpenSearch' } };
}

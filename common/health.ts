import type * as t from 'io-ts';
import { integerFromText, IsoTime } from './codec';
import { object } from './object_codec';

/** What can be wrong. A kind has one meaning and one remedy. */
export const HEALTH_KINDS = [
  'source_failing',
  'source_lag',
  'source_silent',
  'source_rejects',
  'rule_failing',
  'channel_failing',
  'list_failing',
  'list_expired',
  'changed_outside',
  'worker_failed',
  'node_gone',
  'cluster_red',
  'disk_high_watermark',
  'disk_flood_stage',
  'index_read_only',
  'shard_limit',
  'opensearch_rejecting',
  'indexing_slow',
  'search_slow',
  'not_watched',
] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

export type HealthSeverity = 'warning' | 'critical';

/** What an issue is about; `id` is empty for OpenSearch as a whole. */
export interface HealthSubject {
  kind: 'source' | 'rule' | 'channel' | 'list' | 'node' | 'opensearch';
  id: string;
  name: string;
}

/** Something that is wrong at this moment. */
export interface HealthIssue {
  /** The same for as long as it lasts. */
  id: string;
  kind: HealthKind;
  subject: HealthSubject;
  severity: HealthSeverity;
  /** What is wrong, in a sentence. */
  message: string;
  /** What to do about it. */
  advice: string;
  /** ISO. */
  since: string;
}

/** An issue with its end, if it has one. */
export interface HealthEpisode extends HealthIssue {
  /** ISO; absent while it lasts. */
  until?: string;
}

export interface SourceHealth {
  id: string;
  name: string;
  state: string;
  /** The code of the error where it is failing. */
  errorCode?: string;
  /** Milliseconds between the newest event and now, and what that usually is at most; absent before there are events, or enough of them. */
  lag?: number;
  lagLimit?: number;
  /** Milliseconds between an object's newest event and its arrival in S3, usually. */
  usualDelay?: number;
  /** When the newest object came to S3, ISO. */
  lastObjectAt?: string;
  /** Over the last hour at most. */
  eventsPerMinute?: number;
  /** Of 1, over the last hour at most. */
  rejectRatio?: number;
}

export interface ClusterHealth {
  /** `unknown` where it may not be asked. */
  status: 'green' | 'yellow' | 'red' | 'unknown';
  nodes?: number;
  shards?: { open: number; limit: number };
  /** In bytes. */
  disks: Array<{ node: string; total: number; free: number }>;
  /** Indices of ours, the largest in front. */
  indices: Array<{ name: string; health: string; docs: number; bytes: number }>;
  /** Parts that could not be looked at, with the reason. */
  unchecked: Array<{ part: string; reason: string }>;
}

export interface NodeHealth {
  id: string;
  /** Of the machine. */
  name: string;
  version: string;
  roles: string[];
  worker: 'running' | 'failed' | 'idle';
  /** ISO. */
  seenAt: string;
  alive: boolean;
}

export interface JobHealth {
  id: string;
  running: boolean;
  /** Name of the node that ran it last. */
  node?: string;
  /** ISO. */
  startedAt: string;
}

export interface HealthResponse {
  /** When all this was last judged, ISO; absent before the first time. */
  checkedAt?: string;
  issues: HealthIssue[];
  sources: SourceHealth[];
  cluster: ClusterHealth;
  nodes: NodeHealth[];
  jobs: JobHealth[];
}

/** What is wrong at this moment, as last judged; cheaper than all of the health. */
export interface HealthIssuesResponse {
  items: HealthIssue[];
  total: number;
}

/** Episodes that touch the period, the newest in front. */
export const HealthHistoryQuery = object({ from: IsoTime, to: IsoTime }, { size: integerFromText(1, 500) });
export type HealthHistoryQuery = t.TypeOf<typeof HealthHistoryQuery>;

export interface HealthHistoryResponse {
  items: HealthEpisode[];
  total: number;
}

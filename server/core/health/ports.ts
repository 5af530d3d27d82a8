import type { HealthEpisode } from '../../../common/health';

/** What the cluster says of itself. A part that may not be asked, or was not answered, is absent and told in `unchecked`. */
export interface ClusterState {
  status?: 'green' | 'yellow' | 'red';
  dataNodes?: number;
  shards?: { open: number; limit: number };
  /** In bytes. */
  disks?: Array<{ node: string; total: number; free: number }>;
  /** As the settings have them: a percentage or a ratio of use, or bytes that are to stay free. */
  watermarks?: { high: string; flood: string };
  /** Indices of ours that are blocked for writing. */
  readOnly?: string[];
  /** Indices of ours. */
  indices?: Array<{ name: string; health: string; docs: number; bytes: number }>;
  /** Grow from the start of each node on. */
  counters?: ClusterCounters;
  unchecked: Array<{ part: ClusterPart; reason: string }>;
}

export type ClusterPart = 'health' | 'settings' | 'disks' | 'blocks' | 'indices' | 'load';

export interface ClusterCounters {
  /** Requests that the queues for writing and searching had no place for. */
  rejected: number;
  /** Of our indices of events: documents and milliseconds. */
  indexed: number;
  indexMs: number;
  /** Searches of single shards, and milliseconds. */
  searches: number;
  searchMs: number;
}

export interface Cluster {
  look(signal?: AbortSignal): Promise<ClusterState>;
}

/** A change of health: an issue that begins, or one that is over. */
export interface HealthEvent {
  /** Deterministic: writing it again changes nothing. */
  id: string;
  phase: 'begin' | 'end';
  /** Of the change, epoch milliseconds. */
  at: number;
  episode: HealthEpisode;
}

/** `siem-health-<month>`. */
export interface HealthLog {
  record(events: readonly HealthEvent[]): Promise<void>;
}

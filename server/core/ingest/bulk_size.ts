/** Smaller requests cost OpenSearch more for each event than they spare it at a time. */
const LEAST = 512 * 1024;
/** So many times as long as usual is slow; a shorter time than `SLOW_MS` never is. */
const SLOW = 3;
const SLOW_MS = 2_000;
/** As fast as usual, or nearly. */
const FAST = 1.5;
/** The usual follows the last dozens of requests, so that a cluster that stays slower is not held down for ever. */
const WEIGHT = 1 / 32;
/** Of the most, with each fast request: a halved size is back after 16. */
const STEP = 1 / 32;

export type BulkOutcome = 'refused' | 'slow' | 'fast' | 'usual';

/** How many bytes a bulk request may have, learnt from how the last ones went. */
export interface BulkSize {
  readonly bytes: number;
  /** What an answer after so many milliseconds means. */
  judge(bytes: number, ms: number): BulkOutcome;
  /** Halves the size; for a request that was slow or refused. */
  lower(): void;
  /** For a fast request. */
  raise(): void;
}

/** Begins with the most, which is what a healthy cluster stays at. */
export function bulkSize(most: number): BulkSize {
  let bytes = most;
  let usual: number | undefined;
  return {
    get bytes() {
      return bytes;
    },
    judge(sent, ms) {
      // Small ones take what any request takes.
      const cost = ms / Math.max(sent, LEAST);
      const before = (usual ??= cost);
      usual += WEIGHT * (cost - usual);
      if (ms >= SLOW_MS && cost > SLOW * before) return 'slow';
      return cost <= FAST * before ? 'fast' : 'usual';
    },
    lower() {
      bytes = Math.max(Math.min(LEAST, most), bytes / 2);
    },
    raise() {
      bytes = Math.min(most, bytes + STEP * most);
    },
  };
}

import { setTimeout as sleep } from 'timers/promises';
import type { LogGenerator } from '../../server/core/sample_data/generator/day';
import type { LogBucket } from './log_bucket';

const EVERY_MS = 5_000;
/** A small attack with every so many writes, from the first on. */
const BURST_EVERY = 9;

/** Goes on writing what the company logs from `start` (epoch ms) on, every few seconds, until `signal` says to end. */
export async function trickle(
  generator: LogGenerator,
  bucket: LogBucket,
  start: number,
  signal: AbortSignal,
): Promise<void> {
  let from = start;
  for (let turn = 0; !signal.aborted; turn++) {
    const to = Date.now();
    const burst = turn % BURST_EVERY === 0 ? turn / BURST_EVERY : undefined;
    await bucket.write(generator.live(from, to, burst));
    from = to;
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

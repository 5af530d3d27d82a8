import { asSiemError } from '../errors';
import type { BulkAnswer, Clock, EventIndex } from '../ports';
import { MAX_BODY_BYTES, piecesOf } from './bulk_body';
import { type BulkOutcome, bulkSize } from './bulk_size';
import { Aborted } from './retry';

/** Of an object that is read; see `ObjectPipeline`. */
export const BODIES_PER_OBJECT = 2;

const TOO_MANY = 429;

/**
 * Lets at most `most` bulk requests go at a time, and fewer where OpenSearch cannot take them: half as many after it refused any, one more after a
 * round without a refusal (AIMD). Who was refused comes again later, so without this a full queue would stay full. Bodies are cut to half the size
 * after one was refused or took far longer than usual, since a heap under pressure suffers from what is in flight; fast ones let it grow again.
 */
export function paceBulk(
  index: EventIndex,
  most: number,
  clock: Pick<Clock, 'monotonic'>,
  mostBytes = MAX_BODY_BYTES,
): EventIndex {
  const size = bulkSize(mostBytes);
  let allowed = most;
  let running = 0;
  let started = 0;
  let slowedAt = 0;
  const waiting: Array<() => void> = [];

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    while (running >= Math.floor(allowed)) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        waiting.push(wake);
        signal?.addEventListener('abort', wake);
      });
      if (signal?.aborted) throw new Aborted();
    }
    running++;
  }

  /** Requests that were under way at a slowing down tell of before it. */
  function learn(outcome: BulkOutcome, call: number): void {
    if (outcome === 'fast') size.raise();
    if (outcome === 'fast' || outcome === 'usual') allowed = Math.min(most, allowed + 1 / allowed);
    else if (call > slowedAt) {
      if (outcome === 'refused') allowed = Math.max(1, allowed / 2);
      size.lower();
      slowedAt = started;
    }
  }

  async function send(bytes: Uint8Array, items: number, signal: AbortSignal | undefined) {
    await turn(signal);
    const call = ++started;
    const begun = clock.monotonic();
    try {
      const answer = await index.bulk(bytes, items, signal);
      const refused = answer.failures.some(({ status }) => status === TOO_MANY);
      learn(refused ? 'refused' : size.judge(bytes.length, clock.monotonic() - begun), call);
      return answer;
    } catch (thrown) {
      learn(asSiemError(thrown).code === 'opensearch_unavailable' ? 'refused' : 'usual', call);
      throw thrown;
    } finally {
      running--;
      for (const wake of waiting.splice(0)) wake();
    }
  }

  return {
    async bulk(body, items, signal) {
      const sum: BulkAnswer = { created: 0, duplicates: 0, failures: [] };
      let before = 0;
      for (const piece of piecesOf(body, items, () => size.bytes)) {
        const { created, duplicates, failures } = await send(piece.bytes, piece.items, signal);
        sum.created += created;
        sum.duplicates += duplicates;
        for (const failure of failures) sum.failures.push({ ...failure, item: before + failure.item });
        before += piece.items;
      }
      return sum;
    },
  };
}

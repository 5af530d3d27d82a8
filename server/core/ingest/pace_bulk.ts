import { asSiemError } from '../errors';
import type { EventIndex } from '../ports';
import { Aborted } from './retry';

/** Of an object that is read; see `ObjectPipeline`. */
export const BODIES_PER_OBJECT = 2;

const TOO_MANY = 429;

/**
 * Lets at most `most` bulk requests go at a time, and fewer where OpenSearch cannot take them: half as many after it refused any, one more after a
 * round without a refusal (AIMD). Who was refused comes again later, so without this a full queue would stay full.
 */
export function paceBulk(index: EventIndex, most: number): EventIndex {
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

  /** Requests that were under way at a refusal tell of before it. */
  function learn(refused: boolean, call: number): void {
    if (!refused) allowed = Math.min(most, allowed + 1 / allowed);
    else if (call > slowedAt) {
      allowed = Math.max(1, allowed / 2);
      slowedAt = started;
    }
  }

  return {
    async bulk(body, items, signal) {
      await turn(signal);
      const call = ++started;
      try {
        const answer = await index.bulk(body, items, signal);
        learn(
          answer.failures.some(({ status }) => status === TOO_MANY),
          call,
        );
        return answer;
      } catch (thrown) {
        learn(asSiemError(thrown).code === 'opensearch_unavailable', call);
        throw thrown;
      } finally {
        running--;
        for (const wake of waiting.splice(0)) wake();
      }
    },
  };
}

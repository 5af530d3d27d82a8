import type { ObjectPipeline } from '../object_job';
import { Aborted } from '../retry';

/** While other objects are being read, backfills read one for so many that the pipeline takes at a time. */
const SHARE = 4;

/**
 * Divides a pipeline between the present and the past: what `normal` reads never waits, while `background` takes all the room that is left as
 * long as nothing else is read, and begins no more than its share otherwise.
 */
export function sharePipeline(pipeline: ObjectPipeline): {
  normal: ObjectPipeline;
  background: ObjectPipeline;
} {
  const share = Math.max(1, Math.floor(pipeline.concurrency / SHARE));
  const running = { normal: 0, background: 0 };
  const waiting = new Set<() => void>();

  function limit(): number {
    return running.normal > 0 ? share : pipeline.concurrency;
  }

  function ended(kind: keyof typeof running): void {
    running[kind]--;
    for (const wake of waiting) wake();
  }

  async function takeRoom(signal: AbortSignal): Promise<void> {
    while (running.background >= limit() && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    }
    if (signal.aborted) throw new Aborted();
    // In the same moment as the look for room, so that nobody else takes it.
    running.background++;
  }

  return {
    normal: {
      concurrency: pipeline.concurrency,
      read(...call) {
        running.normal++;
        return pipeline.read(...call).finally(() => ended('normal'));
      },
    },
    background: {
      get concurrency() {
        return limit();
      },
      async read(job, deliver, signal) {
        await takeRoom(signal);
        return pipeline.read(job, deliver, signal).finally(() => ended('background'));
      },
    },
  };
}

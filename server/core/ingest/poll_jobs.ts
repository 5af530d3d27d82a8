import { durationMs } from '../../../common/duration';
import type { RunnableSource } from '../manage/sources';
import type { Clock } from '../ports';
import { remembered } from '../remembered';
import type { IngestEngine } from './engine';

/** How long the list of sources is good for; a new one is polled this much later at most. */
const LIST_FOR = 5_000;

interface Parts {
  sources: { runnable(): Promise<RunnableSource[]> };
  engine: Pick<IngestEngine, 'pollSource' | 'fail'>;
  clock: Clock;
}

/** One job for each source that is switched on, for the scheduler; asked often, it reads the sources seldom. */
export function createPollJobs({ sources, engine, clock }: Parts) {
  const current = remembered(clock, LIST_FOR, () => sources.runnable());

  return async () =>
    (await current()).map((source) => ({
      id: `poll:${source.id}`,
      every: durationMs(source.pollInterval),
      async run({ signal }: { signal: AbortSignal }) {
        let opened;
        try {
          opened = source.open();
        } catch (error) {
          return engine.fail(source.id, error);
        }
        await engine.pollSource(opened, signal);
      },
    }));
}

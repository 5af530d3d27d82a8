import { durationMs } from '../../../common/duration';
import type { RunnableSource } from '../manage/sources';
import type { Clock } from '../ports';
import { remembered } from '../remembered';
import type { IngestEngine } from './engine';

/** How long the list of sources is good for; a new one is polled this much later at most. */
const LIST_FOR = 3_000;
/** A poll whose source was switched off, changed or deleted, on whatever node, ends this much after that at most, and `LIST_FOR`. */
const LOOK_EVERY = 1_000;

interface Parts {
  sources: { runnable(): Promise<RunnableSource[]> };
  engine: Pick<IngestEngine, 'pollSource' | 'fail'>;
  clock: Clock;
}

/** One job for each source that is switched on, for the scheduler; asked often, it reads the sources seldom. */
export function createPollJobs({ sources, engine, clock }: Parts) {
  const current = remembered(clock, LIST_FOR, () => sources.runnable());

  async function isCurrent({ id, revision }: RunnableSource): Promise<boolean> {
    try {
      return (await current()).some((source) => source.id === id && source.revision === revision);
    } catch {
      // When the sources cannot be read, what runs goes on.
      return true;
    }
  }

  /** Polls, also in the middle of an object only for as long as the source is as it was at the start. */
  async function poll(source: RunnableSource, signal: AbortSignal): Promise<void> {
    const opened = source.open();
    const abort = new AbortController();
    const done = new AbortController();
    const forward = () => abort.abort();
    signal.addEventListener('abort', forward, { once: true });
    if (signal.aborted) forward();

    async function watch(): Promise<void> {
      for (;;) {
        await clock.sleep(LOOK_EVERY, done.signal);
        if (done.signal.aborted) return;
        if (!(await isCurrent(source))) return abort.abort();
      }
    }

    const watching = watch();
    try {
      await engine.pollSource(opened, abort.signal);
    } finally {
      signal.removeEventListener('abort', forward);
      done.abort();
      await watching;
    }
  }

  return async () =>
    (await current()).map((source) => ({
      id: `poll:${source.id}`,
      every: durationMs(source.pollInterval),
      async run({ signal }: { signal: AbortSignal }) {
        try {
          await poll(source, signal);
        } catch (error) {
          await engine.fail(source.id, error);
        }
      },
    }));
}

import type { RunnableSource } from '../manage/sources';
import type { Clock } from '../ports';
import type { IngestEngine } from './engine';

/** A source that is paused, changed or new is noticed this much later at most. */
const LOOK_EVERY = 4_000;
/** A consumer that ended because of a mistake in the settings or in AWS tries again after this. */
const RESTART_AFTER = 30_000;

interface Parts {
  sources: { runnable(): Promise<RunnableSource[]> };
  engine: Pick<IngestEngine, 'consumeQueue' | 'fail'>;
  clock: Clock;
}

interface Consumer {
  revision: string;
  abort: AbortController;
  ended: Promise<void>;
}

export interface QueueConsumers {
  start(): void;
  /** Ends all consumers and waits for them. */
  stop(): Promise<void>;
}

/**
 * Keeps a consumer running on this node for each source that reads by a queue. Unlike polls they need no lease: every node that ingests takes
 * messages, and SQS shares them out.
 */
export function createQueueConsumers({ sources, engine, clock }: Parts): QueueConsumers {
  const stopping = new AbortController();
  const consumers = new Map<string, Consumer>();
  let loop: Promise<void> | undefined;

  async function consume(source: RunnableSource, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await engine.consumeQueue(source.open(), signal);
      } catch (error) {
        await engine.fail(source.id, error).catch(() => undefined);
      }
      await clock.sleep(RESTART_AFTER, signal);
    }
  }

  async function adjust(): Promise<void> {
    const wanted = (await sources.runnable()).filter(({ queued }) => queued);
    const revisions = new Map(wanted.map(({ id, revision }) => [id, revision]));
    for (const [id, { revision, abort }] of consumers) {
      if (revisions.get(id) !== revision) abort.abort();
    }
    for (const source of wanted) {
      if (consumers.has(source.id) || stopping.signal.aborted) continue;
      const abort = new AbortController();
      const ended = consume(source, abort.signal).finally(() => consumers.delete(source.id));
      consumers.set(source.id, { revision: source.revision, abort, ended });
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // When the sources cannot be read, those that run go on.
      await adjust().catch(() => undefined);
      await clock.sleep(LOOK_EVERY, stopping.signal);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
      const all = [...consumers.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

import type { SourceTestResponse } from '../../../common/api';
import type { SourceStatus } from '../../../common/source';
import { asSiemError, SiemError } from '../errors';
import type { Feed } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, Logger, ObjectStore, StateStore } from '../ports';
import type { Registry } from '../registry';
import { checkExclusions } from './exclude/exclusions';
import { type Ledger, openLedger } from './ledger';
import type { LogType } from './log_type';
import type { ObjectPipeline } from './object_job';
import { pollSource } from './poll_source';
import type { RetryParts } from './retry';
import { openSourceBook, type SourceBook } from './source_book';
import { testSource } from './test_source';

const DAY = 86_400_000;

export interface IngestEngineParts extends RetryParts {
  store: StateStore;
  feed: Feed;
  eventIndex: EventIndex;
  pipeline: ObjectPipeline;
  openObjectStore(source: ReadableSource): ObjectStore;
  logTypes: Registry<LogType>;
  logger: Logger;
  /** Events older than this many days become rejects. */
  retentionDays?: number;
}

export interface IngestEngine {
  /** One poll of a source, to its end. Problems are in the source's status, never thrown; the signal ends it early. */
  pollSource(source: ReadableSource, signal: AbortSignal): Promise<void>;
  /** Notes why a source could not even be polled. */
  fail(sourceId: string, thrown: unknown): Promise<void>;
  testSource(source: ReadableSource, signal?: AbortSignal): Promise<SourceTestResponse>;
  /** `waiting` before the first poll. */
  status(sourceId: string): Promise<SourceStatus>;
  /** Ends a running poll of the source and removes what is remembered of it; its events stay. */
  forget(sourceId: string): Promise<void>;
  /** Ends all polls and waits for them. */
  stop(): Promise<void>;
}

interface Runtime {
  ledger: Ledger;
  book: SourceBook;
  /** What holds this node's work on the source up at this moment. */
  trouble?: SiemError;
  poll?: { abort: AbortController; ended: Promise<void> };
}

/** Everything about reading sources, over the ports it is given. */
export function createIngestEngine(parts: IngestEngineParts): IngestEngine {
  const { store, clock, random, logger } = parts;
  const retention = (parts.retentionDays ?? 3_650) * DAY;
  const runtimes = new Map<string, Runtime>();
  let stopped = false;

  function runtimeOf(sourceId: string): Runtime {
    let runtime = runtimes.get(sourceId);
    if (!runtime) {
      const ledger = openLedger(store, sourceId, random);
      runtime = { ledger, book: openSourceBook(store, sourceId, ledger) };
      runtimes.set(sourceId, runtime);
    }
    return runtime;
  }

  function onTrouble(source: ReadableSource, runtime: Runtime): (error: SiemError | undefined) => void {
    return (error) => {
      if (error?.code === runtime.trouble?.code) return;
      if (error) logger.warn(`Source "${source.name}" waits: ${error.message}`);
      runtime.trouble = error;
      // Other nodes see it only if the state can be written, which may be what is in trouble.
      const note = error ? failing(error, clock.now()) : { state: 'running' as const, error: null };
      runtime.book.note(note).catch(() => undefined);
    };
  }

  async function poll(source: ReadableSource, runtime: Runtime, signal: AbortSignal): Promise<void> {
    const { book, ledger } = runtime;
    const limits = () => ({ oldest: clock.now() - retention, newest: clock.now() + DAY });
    try {
      const logType = parts.logTypes.get(source.logType);
      checkExclusions(source.exclusions, logType);
      const { failing: count, error } = await pollSource(
        source,
        {
          ...parts,
          logType,
          objects: parts.openObjectStore(source),
          ledger,
          book,
          limits,
          onTrouble: onTrouble(source, runtime),
        },
        signal,
      );
      const now = clock.now();
      runtime.trouble = undefined;
      if (!error) await book.note({ state: 'ok', last_poll: now, error: null });
      else {
        const summary = new SiemError(error.code, `${objects(count)} tried again later. ${error.message}`);
        await book.note({ ...failing(summary, now), last_poll: now });
      }
    } catch (thrown) {
      if (signal.aborted) return;
      const error = asSiemError(thrown);
      logger.warn(`Polling source "${source.name}" failed: ${error.message}`);
      runtime.trouble = error;
      const now = clock.now();
      await book.note({ ...failing(error, now), last_poll: now }).catch(() => undefined);
    }
  }

  return {
    async pollSource(source, signal) {
      const runtime = runtimeOf(source.id);
      while (runtime.poll) await runtime.poll.ended;
      if (signal.aborted || stopped) return;
      const abort = new AbortController();
      const forward = () => abort.abort();
      signal.addEventListener('abort', forward, { once: true });
      const ended = poll(source, runtime, abort.signal).finally(() => {
        signal.removeEventListener('abort', forward);
        runtime.poll = undefined;
      });
      runtime.poll = { abort, ended };
      await ended;
    },

    async fail(sourceId, thrown) {
      const now = clock.now();
      await runtimeOf(sourceId).book.note({ ...failing(asSiemError(thrown), now), last_poll: now });
    },

    testSource: async (source, signal) =>
      testSource(
        source,
        { logType: parts.logTypes.get(source.logType), objects: parts.openObjectStore(source), clock },
        signal,
      ),

    async status(sourceId) {
      const { book, trouble } = runtimeOf(sourceId);
      const status = await book.status();
      if (!trouble) return status;
      const { code, message } = trouble;
      const lastError = status.lastError ?? { code, message, at: new Date(clock.now()).toISOString() };
      return { ...status, state: 'failing', lastError };
    },

    async forget(sourceId) {
      const runtime = runtimeOf(sourceId);
      runtime.poll?.abort.abort();
      await runtime.poll?.ended;
      await runtime.book.forget();
      runtimes.delete(sourceId);
    },

    async stop() {
      stopped = true;
      const polls = [...runtimes.values()].flatMap(({ poll }) => poll ?? []);
      for (const { abort } of polls) abort.abort();
      await Promise.all(polls.map(({ ended }) => ended));
    },
  };
}

function failing(error: SiemError, at: number) {
  return { state: 'failing' as const, error: { code: error.code, message: error.message, at } };
}

function objects(count: number): string {
  return count === 1 ? '1 object could not be read and is' : `${count} objects could not be read and are`;
}

import type { SourceTestResponse } from '../../../common/api';
import { queueUrlOf, type SourceStatus } from '../../../common/source';
import { asSiemError, SiemError } from '../errors';
import type { Feed } from '../feed/feed';
import type { ReadableSource } from '../manage/sources';
import type { EventIndex, Logger, MessageQueue, ObjectStore, StateStore } from '../ports';
import type { Registry } from '../registry';
import type { Keeping } from '../retention/data_settings';
import { checkExclusions } from './exclude/exclusions';
import type { EnrichmentSources } from './enrich/facts';
import { sharePipeline } from './backfill/share_pipeline';
import { consumeQueue } from './consume_queue';
import { keepingAt } from './keeping';
import { type Ledger, openLedger } from './ledger';
import type { LogType } from './log_type';
import type { ObjectPipeline } from './object_job';
import { BODIES_PER_OBJECT, paceBulk } from './pace_bulk';
import { pollSource, type PollParts } from './poll_source';
import { openQueueBook, type QueueBook } from './queue_book';
import type { RetryParts } from './retry';
import { openSourceBook, type SourceBook } from './source_book';
import { testSource } from './test_source';

export interface IngestEngineParts extends RetryParts {
  store: StateStore;
  feed: Feed;
  eventIndex: EventIndex;
  pipeline: ObjectPipeline;
  openObjectStore(source: ReadableSource): ObjectStore;
  /** Of a source that reads by a queue. */
  openQueue(source: ReadableSource, queueUrl: string): MessageQueue;
  logTypes: Registry<LogType>;
  /** For the events that the test of a source shows. */
  enrichment?(): EnrichmentSources;
  logger: Logger;
  /** How events are kept, unless by month and for long. */
  keeping?(type: string, namespace: string): Promise<Keeping>;
}

/** What reads the objects of a source: its ledger and totals, and the ports. */
export type SourceParts = Omit<PollParts, 'onTrouble'>;

export interface IngestEngine {
  /** One poll of a source, to its end. Problems are in the source's status, never thrown; the signal ends it early. */
  pollSource(source: ReadableSource, signal: AbortSignal): Promise<void>;
  /**
   * Reads what the source's queue announces, until the signal aborts or something is wrong that repeating does not help; that is in the source's
   * status, never thrown. May run on several nodes at once.
   */
  consumeQueue(source: ReadableSource, signal: AbortSignal): Promise<void>;
  /**
   * Does what people ask for besides, behind polls and consumers; one at a time for each source on this node. The signal that `work` gets also
   * aborts when the engine stops or forgets the source.
   */
  backfill(
    source: ReadableSource,
    signal: AbortSignal,
    work: (parts: SourceParts, signal: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** What a preview looks at. */
  lookAt(source: ReadableSource): Pick<SourceParts, 'objects' | 'ledger' | 'clock'>;
  /** Notes why a source could not even be polled. */
  fail(sourceId: string, thrown: unknown): Promise<void>;
  testSource(source: ReadableSource, signal?: AbortSignal): Promise<SourceTestResponse>;
  /** `waiting` before the first poll. */
  status(sourceId: string): Promise<SourceStatus>;
  /** Ends what this node does for the source and removes what is remembered of it; its events stay. */
  forget(sourceId: string): Promise<void>;
  /** Ends all polls and consumers, and waits for them. */
  stop(): Promise<void>;
}

interface Work {
  abort: AbortController;
  ended: Promise<void>;
}

interface Runtime {
  ledger: Ledger;
  book: SourceBook;
  queueBook: QueueBook;
  /** What holds this node's work on the source up at this moment. */
  trouble: { poll?: SiemError; consumer?: SiemError };
  running: { poll?: Work; consumer?: Work; backfill?: Work };
}

/** Everything about reading sources, over the ports it is given. */
export function createIngestEngine(parts: IngestEngineParts): IngestEngine {
  const { store, clock, random, logger } = parts;
  const runtimes = new Map<string, Runtime>();
  const pipelines = sharePipeline(parts.pipeline);
  const eventIndex = paceBulk(parts.eventIndex, BODIES_PER_OBJECT * parts.pipeline.concurrency, clock);
  let stopped = false;

  function runtimeOf(sourceId: string): Runtime {
    let runtime = runtimes.get(sourceId);
    if (!runtime) {
      const ledger = openLedger(store, sourceId, random);
      const book = openSourceBook(store, sourceId, ledger);
      runtime = { ledger, book, queueBook: openQueueBook(store, sourceId), trouble: {}, running: {} };
      runtimes.set(sourceId, runtime);
    }
    return runtime;
  }

  /** One piece of work of a kind at a time for each source; `forget` and `stop` end it as the signal does. */
  async function run(
    runtime: Runtime,
    kind: keyof Runtime['running'],
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    while (runtime.running[kind]) await runtime.running[kind].ended;
    if (signal.aborted || stopped) return;
    const abort = new AbortController();
    const forward = () => abort.abort();
    signal.addEventListener('abort', forward, { once: true });
    const ended = work(abort.signal).finally(() => {
      signal.removeEventListener('abort', forward);
      delete runtime.running[kind];
    });
    runtime.running[kind] = { abort, ended };
    await ended;
  }

  async function end(runtimesToEnd: Runtime[]): Promise<void> {
    const works = runtimesToEnd.flatMap(({ running }) => Object.values(running) as Work[]);
    for (const { abort } of works) abort.abort();
    await Promise.all(works.map(({ ended }) => ended));
  }

  function queueOf(source: ReadableSource): MessageQueue | undefined {
    const queueUrl = queueUrlOf(source);
    return queueUrl === undefined ? undefined : parts.openQueue(source, queueUrl);
  }

  function partsOf(source: ReadableSource, { ledger, book }: Runtime) {
    const logType = parts.logTypes.get(source.logType);
    checkExclusions(source.exclusions, logType);
    return {
      ...parts,
      eventIndex,
      pipeline: pipelines.normal,
      logType,
      ledger,
      book,
      keeping: async () => keepingAt(clock.now(), await parts.keeping?.(source.logType, source.namespace)),
    };
  }

  /** Remembers and tells what work waits for. Other nodes see it only if the state can be written, which may be what is in trouble. */
  function onTrouble(
    source: ReadableSource,
    { trouble }: Runtime,
    kind: keyof Runtime['trouble'],
    tell: (error: SiemError | undefined) => Promise<void>,
  ): (error: SiemError | undefined) => void {
    return (error) => {
      const isNews = error?.code !== trouble[kind]?.code;
      if (error && isNews) logger.warn(`Source "${source.name}" waits: ${error.message}`);
      trouble[kind] = error;
      // A consumer's trouble is forgotten unless it is told again.
      if (isNews || kind === 'consumer') tell(error).catch(() => undefined);
    };
  }

  async function poll(source: ReadableSource, runtime: Runtime, signal: AbortSignal): Promise<void> {
    const { book } = runtime;
    const tell = (error: SiemError | undefined) =>
      book.note(error ? failing(error, clock.now()) : { state: 'running', error: null });
    try {
      const { failing: count, error } = await pollSource(
        source,
        {
          ...partsOf(source, runtime),
          objects: parts.openObjectStore(source),
          onTrouble: onTrouble(source, runtime, 'poll', tell),
        },
        signal,
      );
      const now = clock.now();
      delete runtime.trouble.poll;
      if (!error) await book.note({ state: 'ok', last_poll: now, error: null });
      else {
        const summary = new SiemError(error.code, `${objects(count)} tried again later. ${error.message}`);
        await book.note({ ...failing(summary, now), last_poll: now });
      }
    } catch (thrown) {
      if (signal.aborted) return;
      const error = asSiemError(thrown);
      logger.warn(`Polling source "${source.name}" failed: ${error.message}`);
      runtime.trouble.poll = error;
      const now = clock.now();
      await book.note({ ...failing(error, now), last_poll: now }).catch(() => undefined);
    }
  }

  async function consume(source: ReadableSource, runtime: Runtime, signal: AbortSignal): Promise<void> {
    const { queueBook, trouble } = runtime;
    const tell = (error: SiemError | undefined) =>
      error ? queueBook.trouble(error, clock.now()) : queueBook.well();
    try {
      const queue = queueOf(source);
      if (!queue) return;
      await consumeQueue(
        {
          ...partsOf(source, runtime),
          source,
          queue,
          queueBook,
          onTrouble: onTrouble(source, runtime, 'consumer', tell),
        },
        signal,
      );
    } catch (thrown) {
      delete trouble.consumer;
      if (signal.aborted) return;
      const error = asSiemError(thrown);
      logger.warn(`Reading the queue of source "${source.name}" failed: ${error.message}`);
      trouble.consumer = error;
      await tell(error).catch(() => undefined);
    }
  }

  return {
    async pollSource(source, signal) {
      const runtime = runtimeOf(source.id);
      await run(runtime, 'poll', signal, (own) => poll(source, runtime, own));
    },

    async consumeQueue(source, signal) {
      const runtime = runtimeOf(source.id);
      await run(runtime, 'consumer', signal, (own) => consume(source, runtime, own));
    },

    async backfill(source, signal, work) {
      const runtime = runtimeOf(source.id);
      await run(runtime, 'backfill', signal, async (own) => {
        const objects = parts.openObjectStore(source);
        await work({ ...partsOf(source, runtime), pipeline: pipelines.background, objects }, own);
      });
    },

    lookAt: (source) => ({
      objects: parts.openObjectStore(source),
      ledger: runtimeOf(source.id).ledger,
      clock,
    }),

    async fail(sourceId, thrown) {
      const now = clock.now();
      await runtimeOf(sourceId).book.note({ ...failing(asSiemError(thrown), now), last_poll: now });
    },

    testSource: async (source, signal) =>
      testSource(
        source,
        {
          logType: parts.logTypes.get(source.logType),
          objects: parts.openObjectStore(source),
          queue: queueOf(source),
          clock,
          enrichment: parts.enrichment?.(),
        },
        signal,
      ),

    async status(sourceId) {
      const { book, queueBook, trouble } = runtimeOf(sourceId);
      const [polled, { counts, error }] = await Promise.all([book.status(), queueBook.status(clock.now())]);
      const status = { ...polled, ...(counts && { queue: counts }) };
      const here = trouble.poll ?? trouble.consumer;
      if (!here && !error) return status;
      const at = new Date(clock.now()).toISOString();
      const lastError = status.lastError ?? error ?? (here && { code: here.code, message: here.message, at });
      return { ...status, state: 'failing', lastError };
    },

    async forget(sourceId) {
      const runtime = runtimeOf(sourceId);
      await end([runtime]);
      await runtime.book.forget();
      await runtime.queueBook.forget();
      runtimes.delete(sourceId);
    },

    async stop() {
      stopped = true;
      await end([...runtimes.values()]);
    },
  };
}

function failing(error: SiemError, at: number) {
  return { state: 'failing' as const, error: { code: error.code, message: error.message, at } };
}

function objects(count: number): string {
  return count === 1 ? '1 object could not be read and is' : `${count} objects could not be read and are`;
}

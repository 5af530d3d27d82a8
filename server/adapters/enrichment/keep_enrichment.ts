import type { EnrichmentSources } from '../../core/ingest/enrich/facts';
import type { IndicatorList } from '../../core/ingest/enrich/indicators';
import { asSiemError } from '../../core/errors';
import type { Clock, Logger } from '../../core/ports';
import type { DatabaseFiles } from './database_files';
import { type EnrichmentData, openEnrichment } from './enrichment_data';
import { createUserAgentParser } from './parse_user_agent';

const LOOK_EVERY = 10_000;

interface Parts {
  files: DatabaseFiles;
  /** Indicator lists as they are now; the same array until one changes. */
  indicators(): Promise<readonly IndicatorList[]>;
  /** Gets the data whenever it changes. */
  publish(data: EnrichmentData): void;
  clock: Clock;
  logger: Logger;
}

export interface EnrichmentKeeper {
  /** Reads everything once, so that the first object is enriched. Fails only where lists cannot be read. */
  prepare(): Promise<void>;
  /** Looks for changes from now on. */
  start(): void;
  stop(): Promise<void>;
  /** What this thread enriches from, opened when first asked for. */
  sources(): EnrichmentSources;
}

/** Keeps what events are enriched from up to date on this node: files of databases and indicator lists. */
export function createEnrichmentKeeper({
  files,
  indicators,
  publish,
  clock,
  logger,
}: Parts): EnrichmentKeeper {
  const userAgent = createUserAgentParser();
  const stopping = new AbortController();
  let data: EnrichmentData = { databases: {}, indicators: [] };
  let opened: { from: EnrichmentData; sources: EnrichmentSources } | undefined;
  let loop: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    await files.refresh();
    const next = { databases: files.bytes(), indicators: await indicators() };
    if (next.databases === data.databases && next.indicators === data.indicators) return;
    data = next;
    publish(data);
  }

  async function run(): Promise<void> {
    let problem: string | undefined;
    while (!stopping.signal.aborted) {
      await clock.sleep(LOOK_EVERY, stopping.signal);
      try {
        await refresh();
        problem = undefined;
      } catch (thrown) {
        const { message } = asSiemError(thrown);
        if (message !== problem)
          logger.warn(`Indicator lists cannot be read, the last ones stay: ${message}`);
        problem = message;
      }
    }
  }

  return {
    prepare: refresh,
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
    },
    sources() {
      if (opened?.from !== data) opened = { from: data, sources: openEnrichment(data, userAgent) };
      return opened.sources;
    },
  };
}

import { readFileSync } from 'fs';
import { openDatabases } from '../server/adapters/enrichment/address_databases';
import { createUserAgentParser } from '../server/adapters/enrichment/parse_user_agent';
import { type RowEnricher, rowEnricher } from '../server/core/ingest/enrich/enrich_row';
import { compileIndicators } from '../server/core/ingest/enrich/indicators';
import { logTypes } from '../server/core/ingest/log_types';
import { openRecordReader } from '../server/core/ingest/record_reader';
import { PARSE_DATA } from './parse_data';

/** What parsing, mapping and serialising into a buffer costs for one log type, on one thread. */
export interface ParseFigures {
  type: string;
  events: number;
  eventsPerSecond: number;
  cpuSecondsPerMillion: number;
  /** The same with enrichment on: a country database, user agents, and a list of 100,000 networks. */
  enrichedCpuSecondsPerMillion: number;
  /** How much more enrichment costs, as a share of the parsing. */
  enrichmentShare: number;
  bytesPerEvent: number;
}

/** As the ingest worker hands data on. */
const CHUNK_BYTES = 128 * 1024;
const BODY_BYTES = 8 * 1024 * 1024;
const RUNS = 3;
const LIST_ENTRIES = 100_000;
const COUNTRY_DATABASE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

type Run = Omit<ParseFigures, 'enrichedCpuSecondsPerMillion' | 'enrichmentShare'>;

/**
 * Measures every log type, plain and enriched in turns; of several runs the best counts, as other work on the machine can only slow one
 * down.
 */
export function measureParsing(): ParseFigures[] {
  const sources = enrichmentSources();
  return Object.entries(PARSE_DATA).map(([type, make]) => {
    const data = make();
    const enrich = rowEnricher(logTypes.get(type), undefined, sources);
    const runs = Array.from({ length: RUNS }, () => [
      measureOnce(type, data),
      measureOnce(type, data, enrich),
    ]);
    const plain = best(runs.map(([run]) => run as Run));
    const enriched = best(runs.map(([, run]) => run as Run));
    return {
      ...plain,
      enrichedCpuSecondsPerMillion: enriched.cpuSecondsPerMillion,
      enrichmentShare: Number((enriched.cpuSecondsPerMillion / plain.cpuSecondsPerMillion - 1).toFixed(2)),
    };
  });
}

function best(runs: Run[]): Run {
  return runs.reduce((one, other) => (other.cpuSecondsPerMillion < one.cpuSecondsPerMillion ? other : one));
}

function enrichmentSources() {
  const networks = Array.from(
    { length: LIST_ENTRIES },
    (_, at) => `${11 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}.0/25`,
  );
  return {
    databases: openDatabases({ place: readFileSync(require.resolve(COUNTRY_DATABASE)) }),
    userAgent: createUserAgentParser(),
    indicators: compileIndicators([{ name: 'bench', kind: 'ip', values: networks.join('\n') }]),
  };
}

function measureOnce(type: string, data: Buffer, enrich?: RowEnricher): Run {
  const body = Buffer.allocUnsafe(BODY_BYTES);
  let used = 0;
  let bytes = 0;
  let events = 0;
  const sink = {
    event(document: string) {
      if (used > BODY_BYTES - 100_000) used = 0;
      const written = body.write(document, used);
      used += written;
      bytes += written;
      events++;
    },
    reject(_raw: string, reason: string) {
      throw new Error(`${type}: ${reason}`);
    },
    skip: () => undefined,
  };
  const startedAt = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const reader = openRecordReader(
    logTypes.get(type),
    {
      bucket: 'bench',
      key: `AWSLogs/123456789012/${type}/eu-central-1/2026/01/02/bench.log.gz`,
      etag: 'bench',
      sourceId: 'bench',
      namespace: 'default',
      region: 'eu-central-1',
      keepOriginal: false,
      ingestedAt: '2026-01-02T04:00:00.000Z',
      lastModified: Date.UTC(2026, 0, 2, 4),
    },
    { enrich },
  );
  for (let at = 0; at < data.length; at += CHUNK_BYTES)
    reader.write(data.subarray(at, at + CHUNK_BYTES), sink);
  reader.end(sink);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  return {
    type,
    events,
    eventsPerSecond: Math.round(events / seconds),
    cpuSecondsPerMillion: Number(((user + system) / events).toFixed(2)),
    bytesPerEvent: Math.round(bytes / events),
  };
}

import { Readable } from 'stream';
import { DAY } from '../../../common/retention';
import { SAMPLE_NAMESPACE } from '../../../common/sample_data';
import type { BulkBody } from '../ingest/bulk_body';
import type { EnrichmentSources } from '../ingest/enrich/facts';
import { ingestObject } from '../ingest/ingest_object';
import { keepingAt } from '../ingest/keeping';
import type { LogType } from '../ingest/log_type';
import type { ObjectJob } from '../ingest/object_job';
import type { EventIndex } from '../ports';
import type { Registry } from '../registry';
import type { Keeping } from '../retention/data_settings';
import { allDone } from './all_done';
import { MADE_UP_PLACES } from './generator/countries';
import { createGenerator } from './generator/day';
import type { LogObject } from './generator/log_object';

const SEED = 1;
/** Of a company's ordinary day: some 7,000 events, beside the attack's 4,000. */
const SHARE = 0.03;

export interface EventParts {
  eventIndex: EventIndex;
  logTypes: Registry<LogType>;
  enrichment(): EnrichmentSources;
  keeping(type: string, namespace: string): Promise<Keeping>;
}

/**
 * Indexes the day before `now` (epoch ms) of a made-up company with a break-in in its last hour: log files as AWS writes them, read, enriched
 * and mapped like any other. Fails with the first item that OpenSearch refuses.
 */
export async function writeSampleEvents(parts: EventParts, now: number): Promise<void> {
  const emit = async ({ bytes, items }: BulkBody) => {
    const { failures } = await parts.eventIndex.bulk(bytes, items);
    if (failures[0]) throw failures[0].error;
  };
  const ingest = async (file: LogObject) => {
    await ingestObject(await jobOf(file, parts, now), {
      logType: parts.logTypes.get(file.type),
      log: { stream: Readable.from([file.body]), asStored: true },
      emit,
      enrichment: { ...parts.enrichment(), databases: MADE_UP_PLACES },
    });
  };
  // Most of the time OpenSearch is making the nine indices, which goes side by side.
  const files = createGenerator(SEED, { share: SHARE, fileMs: DAY }).day(now);
  await allDone([...files].map(ingest));
}

async function jobOf(
  { type, key, body }: LogObject,
  { keeping }: EventParts,
  now: number,
): Promise<ObjectJob> {
  return {
    source: {
      id: SAMPLE_NAMESPACE,
      name: 'Sample data',
      logType: type,
      bucket: 'sample-logs',
      region: 'us-east-1',
      credentials: { kind: 'host' },
      pollInterval: '1h',
      enabled: false,
      namespace: SAMPLE_NAMESPACE,
    },
    object: { key, etag: SAMPLE_NAMESPACE, size: body.length, lastModified: now },
    ...keepingAt(now, await keeping(type, SAMPLE_NAMESPACE)),
    ingestedAt: new Date(now).toISOString(),
    operation: 'create',
  };
}

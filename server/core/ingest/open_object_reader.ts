import type { ReadableSource } from '../manage/sources';
import type { ListedObject } from '../ports';
import { rowEnricher } from './enrich/enrich_row';
import type { EnrichmentSources } from './enrich/facts';
import type { EventFilter } from './exclude/exclusions';
import type { LogType } from './log_type';
import { openRecordReader, type RecordReader } from './record_reader';

interface Parts {
  logType: LogType;
  /** ISO 8601. */
  ingestedAt: string;
  enrichment?: EnrichmentSources;
  filter?: EventFilter;
}

/** The reader that makes of an object's bytes the events its source is to have. */
export function openObjectReader(
  source: ReadableSource,
  object: ListedObject,
  { logType, ingestedAt, enrichment = {}, filter }: Parts,
): RecordReader {
  const context = {
    bucket: source.bucket,
    key: object.key,
    etag: object.etag,
    sourceId: source.id,
    namespace: source.namespace,
    region: source.region,
    keepOriginal: source.keepOriginal ?? false,
    ingestedAt,
    lastModified: object.lastModified,
  };
  return openRecordReader(logType, context, {
    enrich: rowEnricher(logType, source.enrichment, enrichment),
    filter,
  });
}

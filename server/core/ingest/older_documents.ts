import type { LedgerEntry } from './ledger';
import type { ReadableSource } from '../manage/sources';

/** Clocks of S3 and of ours may differ by so much. */
const CLOCK_SKEW = 5 * 60_000;

/** Events and rejects of one object that an earlier reading left and the last one did not write again. */
export interface OlderDocuments {
  sourceId: string;
  /** `log.file.path`. */
  path: string;
  /** They were ingested from `from` up to, but not including, `to`; ISO. */
  from: string;
  to: string;
}

/**
 * The documents of the object's readings before the one that began at `ingestedAt`. Those of another object that had the same key before were
 * all ingested before this one was stored.
 */
export function olderDocuments(
  { id, bucket }: Pick<ReadableSource, 'id' | 'bucket'>,
  { key, modified }: Pick<LedgerEntry, 'key' | 'modified'>,
  ingestedAt: string,
): OlderDocuments {
  const from = new Date(modified - CLOCK_SKEW).toISOString();
  return { sourceId: id, path: `s3://${bucket}/${key}`, from, to: ingestedAt };
}

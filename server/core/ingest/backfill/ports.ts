import type { OlderDocuments } from '../older_documents';

/** Which rejects of a source are meant. */
export interface RejectFilter {
  sourceId: string;
  bucket: string;
  reason?: string;
  key?: string;
}

/** What is in the index of the objects that were read. */
export interface IndexedObjects {
  /** Keys of the objects that have such rejects, in order, behind `after`; `after` is where to go on, absent at the end. */
  rejected(filter: RejectFilter, after?: string): Promise<{ keys: string[]; after?: string }>;
  removeOlder(older: OlderDocuments[]): Promise<void>;
}

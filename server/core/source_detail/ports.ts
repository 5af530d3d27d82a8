import type { ObjectsQuery, ObjectsResponse } from '../../../common/source_detail';

/** Looks through the ledger of one source. */
export interface ObjectSearch {
  find(sourceId: string, query: ObjectsQuery, signal?: AbortSignal): Promise<ObjectsResponse>;
}

/** Events and rejects of a source, wherever they lie. */
export interface EventRemoval {
  count(sourceId: string): Promise<number>;
  /** Removes at most so many and tells how many; 0 when there are none (any more). */
  remove(sourceId: string, most: number, signal: AbortSignal): Promise<number>;
}

import type * as t from 'io-ts';
import { integerFromText, IsoTime, oneOf, pattern, text } from './codec';
import type { HealthIssue, SourceHealth } from './health';
import { object } from './object_codec';
import { API_ROOT } from './plugin';

/** Endpoints below one source. */
export const SOURCE_DETAIL_PATHS = {
  health: `${API_ROOT}/sources/{id}/health`,
  rate: `${API_ROOT}/sources/{id}/rate`,
  objects: `${API_ROOT}/sources/{id}/objects`,
  rejects: `${API_ROOT}/sources/{id}/rejects`,
  deletions: `${API_ROOT}/source_data_deletions`,
} as const;

/** Path of an endpoint of one source. */
export function sourceDetailPath(
  endpoint: Exclude<keyof typeof SOURCE_DETAIL_PATHS, 'deletions'>,
  id: string,
): string {
  return SOURCE_DETAIL_PATHS[endpoint].replace('{id}', encodeURIComponent(id));
}

export interface SourceHealthResponse {
  health: SourceHealth;
  issues: HealthIssue[];
}

/** What an answer names as `next`, to go on from there; opaque. */
const Cursor = pattern(/^[\w-]{1,6000}$/, 'what an answer named as next');

// ---- rate -------------------------------------------------------------------------------------------------------------

/** `ingested`: when events were read; `event`: when they happened. */
export const RATE_TIMES = ['ingested', 'event'] as const;
export const RateQuery = object({ from: IsoTime, to: IsoTime, by: oneOf(RATE_TIMES) });
export type RateQuery = t.TypeOf<typeof RateQuery>;

export interface RateResponse {
  intervalMs: number;
  /** Epoch milliseconds of a bar's start; bars without events are left out. */
  points: Array<{ at: number; count: number }>;
  total: number;
}

// ---- objects: the ledger ----------------------------------------------------------------------------------------------

export const OBJECT_SORTS = ['at', 'key', 'events', 'rejects', 'bytes', 'took'] as const;
export const ObjectsQuery = object(
  {},
  {
    /** Part of a key; with `*` a pattern of whole keys. */
    search: text(1_024),
    status: pattern(/^[a-z_]{1,20}$/, 'a state of an object'),
    sort: oneOf(OBJECT_SORTS),
    order: oneOf(['asc', 'desc'] as const),
    size: integerFromText(1, 200),
    after: Cursor,
  },
);
export type ObjectsQuery = t.TypeOf<typeof ObjectsQuery>;

/** An object of the source, as the ledger has it. */
export interface SourceObject {
  id: string;
  key: string;
  etag: string;
  status: string;
  /** ISO: when the ledger last changed, and Last-Modified. */
  at: string;
  modified: string;
  size: number;
  events: number;
  duplicates: number;
  rejects: number;
  skips: number;
  /** Stored bytes read. */
  bytes: number;
  /** Milliseconds. */
  took?: number;
  attempts?: number;
  error?: { code: string; message: string };
  /** When the next attempt is due, ISO. */
  dueAt?: string;
}

export interface ObjectsResponse {
  items: SourceObject[];
  total: number;
  next?: string;
}

// ---- rejects ------------------------------------------------------------------------------------------------------------

export const RejectsQuery = object(
  {},
  {
    /** The whole reason, as counted. */
    reason: text(2_000),
    /** The object's key. */
    object: text(1_024),
    size: integerFromText(1, 200),
    after: Cursor,
  },
);
export type RejectsQuery = t.TypeOf<typeof RejectsQuery>;

export interface SourceReject {
  id: string;
  index: string;
  /** Last-Modified of the object, ISO. */
  at: string;
  reason: string;
  raw: string;
  key: string;
  /** Line number or array index; -1 for the whole object. */
  position: number;
}

export interface RejectsResponse {
  items: SourceReject[];
  total: number;
  /** The most frequent ones of all rejects of the source, whatever the filters. */
  reasons: Array<{ reason: string; count: number }>;
  next?: string;
}

// ---- deleting ------------------------------------------------------------------------------------------------------------

export const DeleteSourceQuery = object({}, { data: oneOf(['keep', 'delete'] as const) });
export type DeleteSourceQuery = t.TypeOf<typeof DeleteSourceQuery>;

/** The deletion of what a deleted source had brought. */
export interface DataDeletion {
  sourceId: string;
  /** Of the source. */
  name: string;
  state: 'running' | 'done';
  /** Events and rejects. */
  deleted: number;
  total: number;
  /** ISO. */
  requestedAt: string;
  /** Why the last step failed; it is tried again. */
  error?: string;
}

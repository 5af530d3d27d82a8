import type { Readable } from 'stream';
import type { ListKind } from '../../common/list';
import type { SiemError } from './errors';

/** Time, handed in so that nothing in core reads the machine's clock. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that only ever grow, whatever happens to the machine's date. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

// ---- S3 -------------------------------------------------------------------------------------------------------------

export interface ListedObject {
  key: string;
  /** Without quotes. */
  etag: string;
  size: number;
  lastModified: number;
}

/** One bucket as one source may read it. Errors are SiemError with the codes of errors.ts. */
export interface ObjectStore {
  /** One page (at most 1,000) of objects and, with a delimiter, of common prefixes, in key order. */
  list(request: {
    prefix: string;
    startAfter?: string;
    delimiter?: string;
    continuation?: string;
    limit?: number;
  }): Promise<{ objects: ListedObject[]; prefixes: string[]; continuation?: string }>;
  /** The object's bytes as stored; fails when the object changed since it was listed (If-Match on the ETag). */
  open(object: Pick<ListedObject, 'key' | 'etag'>, signal?: AbortSignal): Promise<Readable>;
  /** The bytes from `from` up to, but not including, `to`; fails like `open`. */
  read(
    object: Pick<ListedObject, 'key' | 'etag'>,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<Uint8Array>;
}

// ---- SQS ------------------------------------------------------------------------------------------------------------

export interface QueueMessage {
  id: string;
  /** What this receipt of the message is called when it is hidden or removed. */
  receipt: string;
  body: string;
  /** How often it was received, this time included. */
  receiveCount: number;
}

/**
 * One queue as one source may read it. Errors are SiemError with the codes of errors.ts; hiding and removing do nothing to a message that was
 * received again meanwhile, or is gone.
 */
export interface MessageQueue {
  /** At most ten messages, hidden from others for `seconds`; waits up to 20 seconds for the first one. */
  receive(limit: number, seconds: number, signal?: AbortSignal): Promise<QueueMessage[]>;
  /** Hides a received message for so long from now on; 0 gives it back at once. */
  hide(message: QueueMessage, seconds: number): Promise<void>;
  remove(message: QueueMessage): Promise<void>;
  /** Without receiving anything: about how many messages wait, and whether those that always fail go to a dead-letter queue. */
  look(): Promise<{ waiting: number; hasDeadLetterQueue: boolean }>;
}

// ---- OpenSearch: events ----------------------------------------------------------------------------------------------

export interface BulkItemFailure {
  /** Place of the item in the body that was sent, from 0. */
  item: number;
  status: number;
  type: string;
  reason: string;
  /** `retryable` when the same item can succeed later; `opensearch_rejected` when the document itself is at fault. */
  error: SiemError;
}

export interface BulkAnswer {
  created: number;
  /** Items that were there already (409 on `create`). */
  duplicates: number;
  failures: BulkItemFailure[];
}

/** Sends whole NDJSON `_bulk` bodies. Fails with a retryable SiemError when nothing is known of the outcome. */
export interface EventIndex {
  bulk(body: Uint8Array, items: number, signal?: AbortSignal): Promise<BulkAnswer>;
}

// ---- OpenSearch: searches ------------------------------------------------------------------------------------------------

export interface SearchRequest {
  index: string;
  body: Record<string, unknown>;
}

export interface SearchHit {
  _id: string;
  _index: string;
  _source: Record<string, unknown>;
  /** Of `docvalue_fields`. */
  fields?: Record<string, unknown[]>;
  /** Of clauses that have a `_name`. */
  matched_queries?: string[];
}

export interface SearchAnswer {
  took: number;
  hits: { total: number; hits: SearchHit[] };
  aggregations?: Record<string, unknown>;
}

export interface IndexField {
  name: string;
  type: string;
  aggregatable: boolean;
}

/** A partial answer (failed shards, time-out) is an error, never fewer hits. */
export interface Search {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>;
  /** One answer or SiemError for each request, in order; one failing request leaves its neighbours alone. */
  msearch(requests: SearchRequest[], signal?: AbortSignal): Promise<Array<SearchAnswer | Error>>;
  /** Fields of an index pattern by name, without `_` metadata fields; `type` is OpenSearch's (`keyword`, `ip`, `conflict` where indices differ). */
  fields(pattern: string): Promise<IndexField[]>;
  /** Makes what was indexed before the call visible to searches. Unknown indices are fine. */
  refresh(index: string): Promise<void>;
}

// ---- Value lists -----------------------------------------------------------------------------------------------------------

/** A named list of addresses, domains, hashes or other values, as rules and enrichment use it. */
export interface ValueList {
  name: string;
  kind: ListKind;
  /** Trimmed, lower-case where case means nothing, each once, those expired left out; addresses may be CIDR blocks. */
  entries: readonly string[];
  /** Another one whenever the entries change. */
  revision: string;
}

export interface ValueLists {
  /** Undefined where there is no such list. Good for a few seconds, so it may be asked often. */
  get(name: string): Promise<ValueList | undefined>;
}

// ---- OpenSearch: state in `.siem-state` --------------------------------------------------------------------------------------

export interface StateVersion {
  seqNo: number;
  primaryTerm: number;
}

/** Fields of state documents that can be searched and sorted; everything else is only stored. */
export interface StateFields {
  kind: string;
  source_id?: string;
  rule_id?: string;
  channel_id?: string;
  status?: string;
  key?: string;
  seq?: number;
  /** Epoch milliseconds. */
  at?: number;
  due_at?: number;
}

export interface Stored<T> {
  id: string;
  doc: T;
  version: StateVersion;
}

export interface StateQuery {
  kind: string;
  equals?: Partial<Pick<StateFields, 'source_id' | 'rule_id' | 'channel_id' | 'status' | 'key'>>;
  seqAfter?: number;
  /** Only documents with `due_at` or `at` up to this time. */
  dueBefore?: number;
  atBefore?: number;
  sort?: { field: 'seq' | 'at' | 'due_at' | 'key'; order: 'asc' | 'desc' };
  limit: number;
}

export type StateOperation<T> =
  | { op: 'create' | 'put'; id: string; doc: T }
  | { op: 'replace'; id: string; doc: T; version: StateVersion }
  | { op: 'remove'; id: string };

/** Compare-and-set documents. `get` is real-time; `find` sees what was written up to about a second ago, or all after `refresh`. */
export interface StateStore {
  get<T>(id: string): Promise<Stored<T> | undefined>;
  /** In the order of `ids`; undefined where there is none. */
  getMany<T>(ids: string[]): Promise<Array<Stored<T> | undefined>>;
  create<T extends StateFields>(id: string, doc: T): Promise<StateVersion | 'conflict'>;
  replace<T extends StateFields>(
    id: string,
    doc: T,
    version: StateVersion,
  ): Promise<StateVersion | 'conflict'>;
  put<T extends StateFields>(id: string, doc: T): Promise<StateVersion>;
  remove(id: string, version?: StateVersion): Promise<'removed' | 'conflict' | 'missing'>;
  /** One outcome for each operation, in order: the document's new version, or that another was first. */
  bulk<T extends StateFields>(
    operations: Array<StateOperation<T>>,
  ): Promise<Array<StateVersion | 'conflict'>>;
  find<T>(query: StateQuery): Promise<Array<Stored<T>>>;
  count(query: Omit<StateQuery, 'limit' | 'sort'>): Promise<number>;
  removeWhere(query: Omit<StateQuery, 'limit' | 'sort'>): Promise<number>;
  refresh(): Promise<void>;
}

// ---- What leaves the host ------------------------------------------------------------------------------------------------

export type OutboundMessage =
  | {
      kind: 'http';
      method: 'POST' | 'PUT';
      url: string;
      headers: Record<string, string>;
      body: string;
    }
  | {
      kind: 'mail';
      server: {
        host: string;
        port: number;
        security: 'none' | 'starttls' | 'tls';
        user?: string;
        password?: string;
      };
      from: string;
      to: string[];
      subject: string;
      text: string;
      html: string;
      /** Becomes the Message-ID, so that a mail sent twice is one to the receiver. */
      messageId: string;
    };

/** Delivers a message, after the address guard. Errors are SiemError: `retryable` tells whether trying again can help. */
export interface Outbound {
  send(message: OutboundMessage, signal?: AbortSignal): Promise<{ detail: string }>;
}

export interface DownloadRequest {
  url: string;
  /** Of the version that is there already. */
  etag?: string;
  lastModified?: string;
  /** A longer answer is refused. */
  maxBytes: number;
}

export type DownloadAnswer = 'unchanged' | { text: string; etag?: string; lastModified?: string };

/** Fetches a text, after the address guard. Errors are SiemError. */
export interface Download {
  get(request: DownloadRequest, signal?: AbortSignal): Promise<DownloadAnswer>;
}

// ---- Randomness ------------------------------------------------------------------------------------------------------------

/** A fresh id, URL-safe, never guessable. */
export type NewId = () => string;

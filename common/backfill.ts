import * as t from 'io-ts';
import { IsoTime, pattern, text } from './codec';
import { object } from './object_codec';

const SourceId = pattern(/^[\w.-]{1,128}$/, 'an id');
const Key = text(1_024);
const Prefix = pattern(/^(?!\/)[\s\S]{0,900}$/, 'a key prefix without a leading slash');

const RANGE = {
  /** Objects whose keys are dated from this time on or, without a date, that were stored since. */
  from: IsoTime,
  /** … and before this time. */
  to: IsoTime,
  /** Within the source's own prefix. */
  prefix: Prefix,
  /** Also what was read before, so that changed parsing, exclusions or enrichment take effect. */
  again: t.boolean,
};

/** `evaluate`: rules judge the events; alerts are marked as backfill, and nobody is told. */
export const BackfillInput = object({ sourceId: SourceId }, { ...RANGE, evaluate: t.boolean });
export type BackfillInput = t.TypeOf<typeof BackfillInput>;

/** `after`: where an incomplete preview has left off. */
export const BackfillPreviewBody = object({ sourceId: SourceId }, { ...RANGE, after: text(2_048) });
export type BackfillPreviewBody = t.TypeOf<typeof BackfillPreviewBody>;

/** Reads the object of a key again that was read before. */
export const ReingestBody = object({ sourceId: SourceId, key: Key }, { evaluate: t.boolean });
export type ReingestBody = t.TypeOf<typeof ReingestBody>;

/** Reads the objects again that have rejects: all, those with a reason, that of a key. */
export const ReplayBody = object(
  { sourceId: SourceId },
  { reason: text(1_024), key: Key, evaluate: t.boolean },
);
export type ReplayBody = t.TypeOf<typeof ReplayBody>;

export const BackfillsQuery = object({ sourceId: SourceId });

/** What there is to read: objects with their stored bytes, and those among them that are in the ledger already. */
export interface BackfillCount {
  objects: number;
  bytes: number;
  known: { objects: number; bytes: number };
}

export interface BackfillPreview extends BackfillCount {
  /** There is more: call again with it, and add up. */
  after?: string;
}

/** Which objects a backfill reads. */
export type BackfillSelection =
  | ({ kind: 'range' } & Pick<BackfillInput, 'from' | 'to' | 'prefix' | 'again'>)
  | { kind: 'object'; key: string }
  | ({ kind: 'rejects' } & Pick<ReplayBody, 'reason' | 'key'>);

export interface BackfillProgress {
  /** Read, or left out as markers and by exclusions. */
  objects: number;
  /** Their stored bytes. */
  bytes: number;
  events: number;
  rejects: number;
  /** What earlier readings of the objects had come to. */
  before: { events: number; rejects: number };
  /** Objects that were there already, or that someone else read meanwhile. */
  known: number;
  /** Objects that could not be read; new ones are tried again by the source's polls. */
  failed: number;
}

/**
 * `waiting` to be begun: for its turn, a source that is paused, a node; `failed` needs something to be mended and then resumed.
 */
export type BackfillState =
  'waiting' | 'counting' | 'running' | 'paused' | 'completed' | 'cancelled' | 'failed';

/** Backfills in these states go no further. */
export const ENDED_STATES: readonly BackfillState[] = ['completed', 'cancelled'];

/** A backfill as the API returns it. Times are ISO. */
export interface BackfillView {
  id: string;
  sourceId: string;
  selection: BackfillSelection;
  evaluate: boolean;
  state: BackfillState;
  createdAt: string;
  createdBy: string;
  endedAt?: string;
  /** What there is to do, once it is counted. */
  total?: { objects: number; bytes: number };
  progress: BackfillProgress;
  /** By the time in which it ran; absent before there is enough of it. */
  rate?: { bytesPerSecond: number; eventsPerSecond: number; secondsLeft?: number };
  /** What it waits for, why it failed, or why an object could not be read; with what to do. */
  error?: { code: string; message: string };
}

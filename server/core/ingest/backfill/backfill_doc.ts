import type { BackfillProgress, BackfillSelection, BackfillView } from '../../../../common/backfill';
import type { ErrorCode } from '../../errors';
import type { StateFields } from '../../ports';
import { addProgress } from './progress';

/** A backfill that says nothing for so long is not being run. */
const SILENT_AFTER = 15_000;
/** A rate over less time says nothing. */
const RATED_AFTER = 3_000;

export interface NotedError {
  code: ErrorCode;
  message: string;
}

/** A backfill in `.siem-state`: what was asked for, and how far it has come. */
export interface BackfillDoc extends StateFields {
  kind: 'backfill';
  source_id: string;
  status: 'active' | 'paused' | 'completed' | 'cancelled' | 'failed';
  /** When it was asked for; times are epoch milliseconds. */
  at: number;
  created_by: string;
  /** Of the source when it was asked for. */
  bucket: string;
  selection: BackfillSelection;
  evaluate: boolean;
  total?: { objects: number; bytes: number };
  /** What comes up to this key is finished, and is in `done`. */
  after?: string;
  done: BackfillProgress;
  /** What is done of the objects behind it. */
  page: BackfillProgress;
  /** Milliseconds for which it has been reading. */
  ran: number;
  /** Whoever runs it was there at this time. */
  beat?: number;
  ended_at?: number;
  /** What it waits for, or why it failed. */
  error?: NotedError;
  /** Why an object could not be read, the last one. */
  failure?: NotedError;
}

export function backfillId(id: string): string {
  return `backfill:${id}`;
}

/** What people see of a backfill. */
export function viewOf(id: string, doc: BackfillDoc, now: number): BackfillView {
  const progress = addProgress(doc.done, doc.page);
  const error = doc.error ?? doc.failure;
  return {
    id,
    sourceId: doc.source_id,
    selection: doc.selection,
    evaluate: doc.evaluate,
    state: stateOf(doc, now),
    createdAt: new Date(doc.at).toISOString(),
    createdBy: doc.created_by,
    ...(doc.ended_at !== undefined && { endedAt: new Date(doc.ended_at).toISOString() }),
    ...(doc.total && { total: doc.total }),
    progress,
    ...rateOf(doc, progress),
    ...(error && { error }),
  };
}

function stateOf({ status, beat, total }: BackfillDoc, now: number): BackfillView['state'] {
  if (status !== 'active') return status;
  if (beat === undefined || now - beat > SILENT_AFTER) return 'waiting';
  return total ? 'running' : 'counting';
}

function rateOf({ ran, total, status }: BackfillDoc, progress: BackfillProgress): Pick<BackfillView, 'rate'> {
  if (ran < RATED_AFTER) return {};
  const seconds = ran / 1_000;
  const bytesPerSecond = progress.bytes / seconds;
  const left = status === 'active' && total && bytesPerSecond > 0 ? total.bytes - progress.bytes : undefined;
  return {
    rate: {
      bytesPerSecond,
      eventsPerSecond: progress.events / seconds,
      ...(left !== undefined && { secondsLeft: Math.max(0, left / bytesPerSecond) }),
    },
  };
}

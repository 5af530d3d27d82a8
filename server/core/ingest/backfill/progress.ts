import type { BackfillProgress } from '../../../../common/backfill';
import type { LedgerEntry } from '../ledger';

/** Nothing done yet. */
export function noProgress(): BackfillProgress {
  return {
    objects: 0,
    bytes: 0,
    events: 0,
    rejects: 0,
    before: { events: 0, rejects: 0 },
    known: 0,
    failed: 0,
  };
}

export function addProgress(a: BackfillProgress, b: BackfillProgress): BackfillProgress {
  return {
    objects: a.objects + b.objects,
    bytes: a.bytes + b.bytes,
    events: a.events + b.events,
    rejects: a.rejects + b.rejects,
    before: { events: a.before.events + b.before.events, rejects: a.before.rejects + b.before.rejects },
    known: a.known + b.known,
    failed: a.failed + b.failed,
  };
}

/** Whether the entry was made by this backfill, so that the object needs no more of it. */
export function isOf(entry: LedgerEntry, backfillId: string): boolean {
  return entry.backfill?.id === backfillId;
}

/** Adds what an entry of the backfill says. */
export function countEntry(progress: BackfillProgress, entry: LedgerEntry): void {
  if (entry.status !== 'done') {
    progress.failed++;
    return;
  }
  progress.objects++;
  // What was left unread counts as dealt with.
  progress.bytes += entry.size;
  progress.events += entry.events;
  progress.rejects += entry.rejects;
  progress.before.events += entry.backfill?.was?.events ?? 0;
  progress.before.rejects += entry.backfill?.was?.rejects ?? 0;
}

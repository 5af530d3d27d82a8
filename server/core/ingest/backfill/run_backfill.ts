import { asSiemError, SiemError } from '../../errors';
import type { ReadableSource } from '../../manage/sources';
import type { ListedObject } from '../../ports';
import type { SourceParts } from '../engine';
import { type BackfillMark, type LedgerEntry, ledgerId } from '../ledger';
import { openReaders } from '../readers';
import { backOff } from '../retry';
import type { BackfillDoc, NotedError } from './backfill_doc';
import type { BackfillLog } from './backfill_log';
import { countAll } from './count_objects';
import type { IndexedObjects } from './ports';
import { addProgress, countEntry, isOf, noProgress } from './progress';
import { selectObjects } from './select_objects';

/** How often progress is written, and that it is still wanted is looked at. */
const TICK = 2_000;
/** So often an object is read that was there before; new ones are tried again by the source's polls. */
const ATTEMPTS = 3;

export interface RunParts extends SourceParts {
  source: ReadableSource;
  indexed: IndexedObjects;
  log: BackfillLog;
  /** Whether the source is still as it was at the start, and switched on. */
  isCurrent(): Promise<boolean>;
}

/**
 * Goes on with a backfill where it was, to its end, until the signal aborts or someone pauses or cancels it. Each page of objects is counted by
 * their ledger entries when it is finished, and only then is it behind us: whatever ends the process, nothing is counted twice or left out.
 * What is wrong is written into the backfill, never thrown.
 */
export async function runBackfill(
  id: string,
  doc: BackfillDoc,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log } = parts;
  const stop = new AbortController();
  const forward = () => stop.abort();
  signal.addEventListener('abort', forward, { once: true });
  if (signal.aborted) forward();
  const run = createRun(id, doc, parts, stop.signal);

  async function tick(): Promise<void> {
    while (!stop.signal.aborted) {
      await clock.sleep(TICK, stop.signal);
      if (stop.signal.aborted) return;
      try {
        const state = await log.write(run.state());
        if (state === 'stopped' || !(await parts.isCurrent())) forward();
      } catch {
        // What cannot be written now is written with the next tick, or by the end of the page.
      }
    }
  }

  const ticking = tick();
  try {
    if ((await log.write(run.state())) === 'stopped') return;
    await run.toTheEnd();
  } catch (thrown) {
    if (!stop.signal.aborted) await note(asSiemError(thrown), parts, run.state());
  } finally {
    signal.removeEventListener('abort', forward);
    forward();
    await ticking;
  }
}

/** A passing trouble leaves it active, so that it is run again; the rest needs someone to mend something and to resume. */
async function note(error: SiemError, { log }: RunParts, state: Partial<BackfillDoc>): Promise<void> {
  const status = error.retryable ? 'active' : 'failed';
  await log.write({ ...state, status, error: notedOf(error) }).catch(() => undefined);
}

function notedOf({ code, message }: SiemError): NotedError {
  return { code, message };
}

function createRun(id: string, doc: BackfillDoc, parts: RunParts, signal: AbortSignal) {
  const { clock, ledger, log, source } = parts;
  const { selection } = doc;
  const again = selection.kind !== 'range' || selection.again === true;
  const mark: BackfillMark = { id, evaluate: doc.evaluate };
  let { total, after, done, failure } = doc;
  let page = doc.page;
  let trouble: SiemError | undefined;
  let failed = new Map<string, SiemError>();
  let readingSince: number | undefined;
  let ran = doc.ran;

  function state(): Partial<BackfillDoc> {
    const now = clock.monotonic();
    if (readingSince !== undefined) ran += now - readingSince;
    if (total) readingSince = now;
    const error = trouble && notedOf(trouble);
    const shown = { ...page, failed: page.failed + failed.size };
    return { total, after, done, page: shown, failure, error, ran, beat: clock.now() };
  }

  const readers = openReaders(
    {
      ...parts,
      backfill: mark,
      removeOlder: (older) => parts.indexed.removeOlder(older),
      onRecorded: (entry) => countEntry(page, entry),
      onFailed(object, error) {
        failed.set(object.key, error);
        failure = notedOf(error);
      },
      onTrouble: (error) => (trouble = error),
    },
    signal,
  );

  async function toTheEnd(): Promise<void> {
    if (source.bucket !== doc.bucket) {
      const message = `The source reads another bucket than s3://${doc.bucket} now: cancel this and start anew.`;
      throw new SiemError('invalid_input', message);
    }
    try {
      await parts.book.recover();
      if (!total) {
        total = await count();
        // Kept before the first object is read: counted again after a crash, what was read by then would be missing from it.
        if ((await log.write(state())) === 'stopped') return;
      }
      for await (const { objects, upTo } of selectObjects(selection, parts, after)) {
        if (signal.aborted) return;
        await readPage(objects);
        done = addProgress(done, await countPage(objects));
        after = upTo;
        page = noProgress();
        failed = new Map();
        if ((await log.write(state())) === 'stopped') return;
      }
      if (signal.aborted) return;
      await log.write({ ...state(), status: 'completed', ended_at: clock.now() });
    } finally {
      await readers.settled();
    }
  }

  async function count(): Promise<BackfillDoc['total']> {
    const counted = await countAll(selection, parts, signal);
    if (!counted) return undefined;
    const { objects, bytes, known } = counted;
    return again ? { objects, bytes } : { objects: objects - known.objects, bytes: bytes - known.bytes };
  }

  async function readPage(objects: ListedObject[]): Promise<void> {
    page = noProgress();
    failed = new Map();
    let left = objects;
    for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt++) {
      if (attempt > 0) await clock.sleep(backOff(attempt - 1, parts.random()), signal);
      const entries = await ledger.find(source.bucket, left);
      for (const [at, object] of left.entries()) {
        const entry = entries[at];
        if (!entry || isToRead(entry.doc)) {
          failed.delete(object.key);
          await readers.start(object, entry && { object, entry });
        } else if (attempt === 0) countKnown(entry.doc);
      }
      await readers.recorded();
      left = left.filter(({ key }) => failed.get(key)?.retryable);
    }
  }

  /** What of it was cut short; what others read only if asked for; what others could not read. */
  function isToRead(entry: LedgerEntry): boolean {
    if (entry.status === 'reading') return true;
    return !isOf(entry, id) && (again || entry.status === 'failed');
  }

  function countKnown(entry: LedgerEntry): void {
    if (isOf(entry, id)) countEntry(page, entry);
    else page.known++;
  }

  /** What became of a page, by the ledger. */
  async function countPage(objects: ListedObject[]) {
    const progress = noProgress();
    const entries = await ledger.entries(objects.map((object) => ledgerId(source.id, source.bucket, object)));
    for (const object of objects) {
      const entry = entries.get(ledgerId(source.id, source.bucket, object));
      if (entry && isOf(entry, id)) countEntry(progress, entry);
      else if (failed.has(object.key)) progress.failed++;
      else progress.known++;
    }
    return progress;
  }

  return { state, toTheEnd };
}

import type { ReadableSource } from '../manage/sources';
import type { Clock, ListedObject, ObjectStore } from '../ports';
import { findObjects } from './find_objects';
import { listedEvery, type ListingState } from './listing_state';
import type { SourceBook } from './source_book';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each listing looks back so far behind the one before: AWS delivers late, and clocks differ. */
const OVERLAP = 3 * HOUR;
/** Once an hour a listing looks back further, for what AWS delivered later still. */
const LOOK_BACK_EVERY = HOUR;
const LOOK_BACK = 2 * DAY;
/** All keys are swept again this long after the last sweep, for what turned up below older dates. */
const SWEEP_EVERY = DAY;
/** A poll's part of the sweep: so many pages that bring nothing new, or so long with what is new. */
const SWEEP_PAGES = 20;
const SWEEP_TAKES = 10 * MINUTE;

export interface ListParts {
  objects: ObjectStore;
  book: Pick<SourceBook, 'listing' | 'note'>;
  clock: Clock;
  /** Reads those among the objects that are new, and resolves with how many are. */
  read(objects: ListedObject[]): Promise<number>;
  /** Resolves when what was read is recorded, and fails when it could not be. */
  recorded(): Promise<void>;
}

/**
 * Finds a source's new objects. First those of the last hours or days by their keys' dates, so that the present is seen while years of the past
 * are still being read; then a part of the sweep over all keys, which reads the past once and finds again what came late.
 */
export async function listSource(source: ReadableSource, parts: ListParts): Promise<void> {
  const { objects, book, clock, read, recorded } = parts;
  const { bucket, prefix = '', startFrom } = source;
  const of = [bucket, prefix, startFrom ?? ''].join('\n');
  const known = await book.listing();
  const before: ListingState = known?.of === of ? known : { of, undated: 0 };
  const began = clock.now();
  if (isWithin(began, before.listed, listedEvery(before.undated))) return;

  const earliest = startFrom === undefined ? -Infinity : Date.parse(startFrom) - DAY;
  const looksBack = !isWithin(began, before.looked_back, LOOK_BACK_EVERY);
  const recent = looksBack
    ? Math.min(began, before.looked_back ?? began) - LOOK_BACK
    : Math.min(began, before.listed ?? began) - OVERLAP;
  let undated = 0;
  let skipped = false;
  for await (const page of findObjects(objects, { prefix, since: Math.max(recent, earliest) })) {
    undated += page.undated;
    skipped ||= page.skipped;
    await read(page.objects);
  }
  await recorded();
  const state: ListingState = { ...before, undated, listed: began, ...(looksBack && { looked_back: began }) };
  await book.note({ listing: state });
  if (!skipped || isWithin(began, before.swept, SWEEP_EVERY)) return;
  const sweep_after = await sweep({ prefix, since: earliest, after: before.sweep_after }, parts);
  const { sweep_after: _, ...rest } = state;
  await book.note({
    listing: sweep_after === undefined ? { ...rest, swept: began } : { ...rest, sweep_after },
  });
}

/** Goes on with the sweep for a while; resolves with where it stands, undefined at the end. */
async function sweep(
  search: Parameters<typeof findObjects>[1],
  { objects, clock, read, recorded }: ListParts,
): Promise<string | undefined> {
  const deadline = clock.monotonic() + SWEEP_TAKES;
  let idle = 0;
  for await (const page of findObjects(objects, search)) {
    if ((await read(page.objects)) === 0) idle++;
    if (idle < SWEEP_PAGES && clock.monotonic() < deadline) continue;
    await recorded();
    return page.upTo;
  }
  await recorded();
  return undefined;
}

/** A time in the future means that a clock was set back; waiting for it could take for ever. */
function isWithin(now: number, time: number | undefined, length: number): boolean {
  return time !== undefined && time <= now && now - time < length;
}

import type { ListedObject, ObjectStore } from '../ports';
import { datedFolder, type DatedFolder } from './dated_key';

/** The most S3 gives at a time. */
export const PAGE = 1_000;
/** Keys carry no later date. */
const NO_LATER_DATE = Date.UTC(2100, 0);

export interface ObjectSearch {
  prefix: string;
  /** Epoch milliseconds: keys with a date before it are left out. `-Infinity` for everything. */
  since: number;
  /** Epoch milliseconds: keys whose date is not before it are left out too. Everything, unless given. */
  until?: number;
  /** Objects whose keys carry no date are left out by when they were stored. */
  byModified?: boolean;
  /** How many characters in front of each key are not looked at for dates; those of the prefix, unless given. */
  datesBehind?: number;
  /** Goes on behind this key. */
  after?: string;
}

export interface FoundPage {
  /** Without those that are left out. */
  objects: ListedObject[];
  /** All keys up to this one were seen or left out; another search may go on behind it. */
  upTo: string;
  /** How many of the keys carry no date, so that no search can leave them out. */
  undated: number;
  /** Keys with a date were left out, in this page or between it and the next. */
  skipped: boolean;
}

/**
 * Lists the objects below a prefix in key order, leaping over what is left out: when a page ends in an old day, the listing goes on where the
 * wanted days of that folder begin, and when it ends behind them, where the folder does. So each folder of days (an account, a region, a bucket) costs one call besides those for what is wanted,
 * however much lies before it; the folders need not be known, and new ones are found like the others.
 */
export async function* findObjects(
  store: ObjectStore,
  { prefix, since, until = Infinity, byModified = false, datesBehind = prefix.length, after }: ObjectSearch,
): AsyncGenerator<FoundPage> {
  let startAfter = after;
  for (;;) {
    const { objects, continuation } = await store.list({ prefix, startAfter, limit: PAGE });
    const last = objects[objects.length - 1];
    if (!last) return;
    let undated = 0;
    const wanted = objects.filter(({ key, lastModified }) => {
      const folder = datedFolder(key, datesBehind);
      if (folder) return place(key, folder, since, until) === 'wanted';
      undated++;
      return !byModified || (lastModified >= since && lastModified < until);
    });
    startAfter = goOnAfter(last.key, datedFolder(last.key, datesBehind), since, until);
    const skipped = startAfter > last.key || wanted.length < objects.length;
    yield { objects: wanted, upTo: startAfter, undated, skipped };
    if (continuation === undefined) return;
  }
}

function place(key: string, folder: DatedFolder, since: number, until: number): 'before' | 'wanted' | 'past' {
  if (key < folder.at(since)) return 'before';
  if (until >= NO_LATER_DATE) return 'wanted';
  const lastUnit = folder.at(until - 1);
  return key < lastUnit || key.startsWith(lastUnit) ? 'wanted' : 'past';
}

function goOnAfter(key: string, folder: DatedFolder | undefined, since: number, until: number): string {
  switch (folder && place(key, folder, since, until)) {
    case 'before':
      return folder?.at(since) ?? key;
    case 'past':
      return folder?.end ?? key;
    default:
      return key;
  }
}

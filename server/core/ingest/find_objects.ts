import type { ListedObject, ObjectStore } from '../ports';
import { seekKey } from './dated_key';

/** The most S3 gives at a time. */
export const PAGE = 1_000;

export interface ObjectSearch {
  prefix: string;
  /** Epoch milliseconds: keys with a date before it are left out. `-Infinity` for everything. */
  since: number;
  /** Goes on behind this key. */
  after?: string;
}

export interface FoundPage {
  /** Without those whose key is too old. */
  objects: ListedObject[];
  /** All keys up to this one were seen or left out; another search may go on behind it. */
  upTo: string;
  /** How many of the keys carry no date, so that no search can leave them out. */
  undated: number;
  /** Keys with an older date were left out, in this page or between it and the next. */
  skipped: boolean;
}

/**
 * Lists the objects below a prefix in key order, leaping over what is too old: when a page ends in an old day, the listing goes on where the
 * wanted days of that folder begin. So each folder of days (an account, a region, a bucket) costs one call besides those for what is wanted,
 * however much lies before it; the folders need not be known, and new ones are found like the others.
 */
export async function* findObjects(
  store: ObjectStore,
  { prefix, since, after }: ObjectSearch,
): AsyncGenerator<FoundPage> {
  let startAfter = after;
  for (;;) {
    const { objects, continuation } = await store.list({ prefix, startAfter, limit: PAGE });
    const last = objects[objects.length - 1];
    if (!last) return;
    let undated = 0;
    const wanted = objects.filter(({ key }) => {
      const start = seekKey(key, prefix.length, since);
      if (start === undefined) undated++;
      return start === undefined || key >= start;
    });
    const start = seekKey(last.key, prefix.length, since);
    const leaps = start !== undefined && start > last.key;
    startAfter = leaps ? start : last.key;
    yield { objects: wanted, upTo: startAfter, undated, skipped: leaps || wanted.length < objects.length };
    if (continuation === undefined) return;
  }
}

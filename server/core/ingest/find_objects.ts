import type { ListedObject, ObjectStore } from '../ports';

const DAY = 86_400_000;
const LIST_LIMIT = 1_000;

export interface ObjectSearch {
  prefix: string;
  /** Epoch milliseconds: only days from this one on are listed. */
  since: number;
  now: number;
}

/** Whether the keys below the prefix have AWS's layout `…AWSLogs/[organisation/]account/service/region/yyyy/mm/dd/…`. */
export async function hasDatedKeys(store: ObjectStore, prefix: string): Promise<boolean> {
  if (prefix.includes('AWSLogs/')) return true;
  const { prefixes } = await store.list({ prefix, delimiter: '/', limit: LIST_LIMIT });
  if (prefixes.some((name) => name.endsWith('AWSLogs/'))) return true;
  const { objects } = await store.list({ prefix, limit: 1 });
  return objects.some(({ key }) => key.includes('AWSLogs/'));
}

/** Lists objects with dated keys in pages: the folders are walked, and days before `since` left out. */
export function findRecentObjects(store: ObjectStore, search: ObjectSearch): AsyncGenerator<ListedObject[]> {
  return walk(store, search.prefix, search.since, search.now);
}

/** Lists all objects below a prefix, in pages. */
export async function* findAllObjects(store: ObjectStore, prefix: string): AsyncGenerator<ListedObject[]> {
  let continuation: string | undefined;
  do {
    const page = await store.list({ prefix, continuation, limit: LIST_LIMIT });
    if (page.objects.length > 0) yield page.objects;
    continuation = page.continuation;
  } while (continuation !== undefined);
}

/** Descends folder by folder. A folder named like a year begins a date: below it only the wanted days are listed. */
async function* walk(
  store: ObjectStore,
  folder: string,
  since: number,
  now: number,
): AsyncGenerator<ListedObject[]> {
  let continuation: string | undefined;
  const folders: string[] = [];
  do {
    const page = await store.list({ prefix: folder, delimiter: '/', continuation, limit: LIST_LIMIT });
    if (page.objects.length > 0) yield page.objects;
    folders.push(...page.prefixes);
    continuation = page.continuation;
  } while (continuation !== undefined);
  const years = folders.filter((name) => /\/\d{4}\/$/.test(name));
  for (const name of folders) if (!years.includes(name)) yield* walk(store, name, since, now);
  if (years.length > 0) {
    const parent = (years[0] as string).slice(0, -'yyyy/'.length);
    for (const day of daysBetween(since, now)) yield* findAllObjects(store, `${parent}${day}`);
  }
}

/** `yyyy/mm/dd/` of each UTC day from the one of `since` to the one after `now`, since clocks differ. */
function daysBetween(since: number, now: number): string[] {
  const days: string[] = [];
  for (let day = Math.floor(since / DAY); day <= Math.floor(now / DAY) + 1; day++) {
    days.push(`${new Date(day * DAY).toISOString().slice(0, 10).replace(/-/g, '/')}/`);
  }
  return days;
}

import type { BackfillSelection } from '../../../../common/backfill';
import type { ReadableSource } from '../../manage/sources';
import type { ListedObject, ObjectStore } from '../../ports';
import { findObjects } from '../find_objects';
import type { Ledger } from '../ledger';
import type { IndexedObjects } from './ports';

/** Entries of the ledger looked up at a time. */
const LOOKED_UP = 20;

export interface SelectParts {
  source: ReadableSource;
  objects: ObjectStore;
  ledger: Ledger;
  indexed: IndexedObjects;
}

export interface SelectedPage {
  objects: ListedObject[];
  /** Another search may go on behind it. */
  upTo: string;
}

/** The objects that a backfill is to look at, in the order of their keys, behind `after`; none of them is read. */
export async function* selectObjects(
  selection: BackfillSelection,
  parts: SelectParts,
  after?: string,
): AsyncGenerator<SelectedPage> {
  const { source, objects, ledger } = parts;
  switch (selection.kind) {
    case 'range': {
      const { from, to, prefix = source.prefix ?? '' } = selection;
      yield* findObjects(objects, {
        prefix,
        datesBehind: source.prefix?.length ?? 0,
        since: from === undefined ? -Infinity : Date.parse(from),
        until: to === undefined ? Infinity : Date.parse(to),
        byModified: true,
        after,
      });
      return;
    }
    case 'object': {
      const object = after === undefined ? await ledger.latest(selection.key) : undefined;
      if (object) yield { objects: [object], upTo: object.key };
      return;
    }
    case 'rejects':
      yield* rejectedObjects(selection, parts, after);
  }
}

async function* rejectedObjects(
  { reason, key }: Extract<BackfillSelection, { kind: 'rejects' }>,
  { source, ledger, indexed }: SelectParts,
  after?: string,
): AsyncGenerator<SelectedPage> {
  const filter = { sourceId: source.id, bucket: source.bucket, reason, key };
  for (let from = after; ;) {
    const page = await indexed.rejected(filter, from);
    const found: ListedObject[] = [];
    for (let at = 0; at < page.keys.length; at += LOOKED_UP) {
      const some = page.keys.slice(at, at + LOOKED_UP).map((name) => ledger.latest(name));
      found.push(...(await Promise.all(some)).flatMap((object) => object ?? []));
    }
    const last = page.keys[page.keys.length - 1];
    if (last !== undefined) yield { objects: found, upTo: last };
    if (page.after === undefined) return;
    from = page.after;
  }
}

import type { ListInput } from '../../../common/list';
import { SiemError } from '../errors';
import type { ManagedObject, ManagedObjects } from '../manage/managed_objects';
import type { Clock, Logger, ValueList, ValueLists } from '../ports';
import { remembered } from '../remembered';
import { expiryOf, valueOf } from './entry_line';
import type { ContentHead, ListContent } from './list_content';
import { changedOutside } from './lists';

/** How long an answer is good for, in milliseconds. */
const LOOK_EVERY = 5_000;
const NO_ENTRIES: readonly string[] = [];

interface Parts {
  objects: Pick<ManagedObjects<ListInput>, 'list'>;
  content: Pick<ListContent, 'heads' | 'lines'>;
  clock: Clock;
  logger: Logger;
}

/** A list's entries without those whose time is over, as indicators and rules get them. */
export interface KnownLists extends ValueLists {
  /** The lists that mark events; the same array until one of them changes. Those that cannot be used are left out, with a line in the log. */
  indicators(): Promise<readonly ValueList[]>;
  /** Lists with a URL, as they are now. */
  fetched(): Promise<Array<ManagedObject<ListInput>>>;
}

interface Cached {
  /** Of the entries as stored. */
  stored: string | undefined;
  list: ValueList;
  /** When the next entry ends. */
  until: number;
}

/** Value lists by name, read again when they have changed. */
export function createValueLists({ objects, content, clock, logger }: Parts): KnownLists {
  const cache = new Map<string, Cached>();
  const complaints = new Map<string, string>();
  let marking: readonly ValueList[] = [];

  const look = remembered(clock, LOOK_EVERY, async () => {
    const all = await objects.list();
    const heads = await content.heads(all.map(({ id }) => id));
    return new Map(all.map((object, at) => [object.id, { object, head: heads[at]?.doc }]));
  });

  async function valueList(
    object: ManagedObject<ListInput>,
    head: ContentHead | undefined,
  ): Promise<ValueList> {
    const { id: name, allowed } = object;
    const { kind, expiresAt } = object.attributes;
    if (!allowed) throw changedOutside(name);
    const now = clock.now();
    if (!head?.revision || (expiresAt !== undefined && Date.parse(expiresAt) <= now)) {
      return { name, kind, entries: NO_ENTRIES, revision: 'empty' };
    }
    const known = cache.get(name);
    if (known?.stored === head.revision && now < known.until) return known.list;
    const entries: string[] = [];
    let until = Infinity;
    for (const line of await content.lines(name, kind, head)) {
      const expires = expiryOf(line);
      if (expires <= now) continue;
      entries.push(valueOf(line));
      if (expires < until) until = expires;
    }
    const list = { name, kind, entries, revision: `${head.revision}@${until === Infinity ? '' : until}` };
    cache.set(name, { stored: head.revision, list, until });
    return list;
  }

  /** What is wrong with one list must not take the others away. */
  function complain(name: string, thrown: unknown): void {
    if (!(thrown instanceof SiemError) || thrown.code !== 'changed_outside') throw thrown;
    if (complaints.get(name) !== thrown.message) logger.warn(thrown.message);
    complaints.set(name, thrown.message);
  }

  return {
    async get(name) {
      const found = (await look()).get(name);
      return found && valueList(found.object, found.head);
    },

    async indicators() {
      const lists: ValueList[] = [];
      const all = await look();
      for (const name of cache.keys()) if (!all.has(name)) cache.delete(name);
      for (const { object, head } of all.values()) {
        if (!object.attributes.indicator) continue;
        try {
          const list = await valueList(object, head);
          if (list.entries.length > 0) lists.push(list);
        } catch (thrown) {
          complain(object.id, thrown);
        }
      }
      const same = lists.length === marking.length && lists.every((list, at) => list === marking[at]);
      if (!same) marking = lists;
      return marking;
    },

    async fetched() {
      const all = [...(await look()).values()].map(({ object }) => object);
      return all.filter(({ allowed, attributes }) => allowed && attributes.url !== undefined);
    },
  };
}

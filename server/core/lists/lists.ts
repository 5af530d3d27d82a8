import type {
  ListChanges,
  ListEntriesQuery,
  ListEntriesResponse,
  ListImport,
  ListImportResponse,
  ListInput,
  ListStatus,
  ListView,
} from '../../../common/list';
import { SiemError } from '../errors';
import type { Actor, ManagedObject, ManagedObjects, Seen } from '../manage/managed_objects';
import type { Clock, Stored } from '../ports';
import { entryLine, entryOf, exportLine, valueOf } from './entry_line';
import type { ContentHead, ListContent } from './list_content';
import { checkValue } from './list_values';
import { parseEntries } from './parse_entries';

const PAGE = 50;

export interface ListParts {
  objects: ManagedObjects<ListInput>;
  content: ListContent;
  clock: Clock;
  /** The rules there are, with the names of the lists each of them uses. */
  users(): Promise<Array<{ name: string; lists: ReadonlySet<string> }>>;
  /** Names that mean something else in queries. */
  reserved: ReadonlySet<string>;
  /** Fetches the entries of a list from its URL now; failures are in the list's status. */
  refresh(list: ManagedObject<ListInput>, signal?: AbortSignal): Promise<void>;
}

export interface ListService {
  list(): Promise<ListView[]>;
  get(id: string): Promise<ListView>;
  create(input: ListInput, actor: Actor): Promise<ListView>;
  update(seen: Seen, input: ListInput, actor: Actor): Promise<ListView>;
  /** Fails with `list_in_use`, naming the rules. */
  remove(id: string): Promise<void>;
  import(id: string, input: ListImport): Promise<ListImportResponse>;
  entries(id: string, query: ListEntriesQuery): Promise<ListEntriesResponse>;
  change(id: string, changes: ListChanges): Promise<ListView>;
  export(id: string): Promise<string>;
  refresh(id: string, signal?: AbortSignal): Promise<ListView>;
}

/** What people do with value lists. */
export function createListService(parts: ListParts): ListService {
  const { objects, content, clock } = parts;

  async function views(stored: Array<ManagedObject<ListInput>>): Promise<ListView[]> {
    const [heads, users] = await Promise.all([
      content.heads(stored.map(({ id }) => id)),
      parts.users().catch(() => []),
    ]);
    return stored.map((object, at) => {
      const { schemaVersion: _v, createdBy: _c, ...list } = object.attributes;
      const usedBy = users.filter(({ lists }) => lists.has(object.id)).map(({ name }) => name);
      return { ...list, id: object.id, status: statusOf(object, heads[at]?.doc, clock.now()), usedBy };
    });
  }

  async function view(object: ManagedObject<ListInput>): Promise<ListView> {
    return (await views([object]))[0] as ListView;
  }

  /** Entries must not be taken from, or put into, a list that someone has changed past us. */
  async function opened(id: string) {
    const object = await objects.get(id);
    if (!object.allowed) throw changedOutside(id);
    const head = await content.head(id);
    return { list: { name: id, kind: object.attributes.kind }, object, head };
  }

  async function linesOf({
    list,
    head,
  }: {
    list: { name: string; kind: ListInput['kind'] };
    head?: Stored<ContentHead>;
  }) {
    return head ? content.lines(list.name, list.kind, head.doc) : [];
  }

  return {
    list: async () => views(await objects.list()),
    get: async (id) => view(await objects.get(id)),

    async create(input, actor) {
      if (parts.reserved.has(input.name)) {
        throw new SiemError('invalid_input', `name: "@${input.name}" is built in; choose another name.`);
      }
      if ((await objects.list()).some(({ id }) => id === input.name)) {
        throw new SiemError('invalid_input', `name: there is a list "${input.name}" already.`);
      }
      return view(await objects.create(input.name, input, actor));
    },

    async update(seen, input, actor) {
      const current = await objects.getSeen(seen);
      if (input.name !== seen.id) {
        throw new SiemError(
          'invalid_input',
          'name: a list keeps its name, as queries say it; make a new list.',
        );
      }
      if (input.kind !== current.attributes.kind) {
        throw new SiemError(
          'invalid_input',
          'kind: a list keeps its kind; make a new list for other values.',
        );
      }
      return view(await objects.replace(current, input, actor));
    },

    async remove(id) {
      const using = (await parts.users()).filter(({ lists }) => lists.has(id)).map(({ name }) => `"${name}"`);
      if (using.length > 0) {
        throw new SiemError(
          'list_in_use',
          `The list "${id}" is used by ${using.length === 1 ? 'the rule' : 'the rules'} ${using.join(', ')}. Take it out of there first.`,
        );
      }
      await objects.remove(id);
      await content.remove(id);
    },

    async import(id, { format, text, column, mode, dryRun }) {
      const { list, head } = await opened(id);
      const { lines, ...counts } = await parseEntries(text, { kind: list.kind, format, column }, clock);
      if (dryRun) return { ...counts, id, entries: lines.size };
      if (lines.size === 0) {
        throw new SiemError(
          'invalid_input',
          `text: no line holds a value of the kind ${list.kind}. ${firstError(counts.errors)}`,
        );
      }
      const all = mode === 'add' ? merged(await linesOf({ list, head }), lines) : lines;
      await content.replace(list, head?.version, all.values());
      return { ...counts, id, entries: lines.size };
    },

    async entries(id, { query = '', page = 0, size = PAGE }) {
      const lines = await linesOf(await opened(id));
      const wanted = query.trim().toLowerCase();
      const found = wanted === '' ? lines : lines.filter((line) => line.toLowerCase().includes(wanted));
      return { total: found.length, items: found.slice(page * size, (page + 1) * size).map(entryOf) };
    },

    async change(id, { add = [], remove = [] }) {
      const { list, object, head } = await opened(id);
      const gone = new Set(remove);
      const kept = (await linesOf({ list, head })).filter((line) => !gone.has(valueOf(line)));
      const added = new Map<string, string>();
      add.forEach((entry, at) => {
        const checked = checkValue(list.kind, entry.value);
        if ('problem' in checked) {
          throw new SiemError('invalid_input', `add.${at}.value: "${entry.value}" ${checked.problem}.`);
        }
        added.set(checked.value, entryLine({ ...entry, value: checked.value }));
      });
      await content.replace(list, head?.version, merged(kept, added).values());
      return view(object);
    },

    async export(id) {
      const lines = await linesOf(await opened(id));
      return lines.map((line) => `${exportLine(entryOf(line))}\n`).join('');
    },

    async refresh(id, signal) {
      const { object } = await opened(id);
      if (object.attributes.url === undefined) {
        throw new SiemError('invalid_input', `url: the list "${id}" has no address to fetch it from.`);
      }
      await parts.refresh(object, signal);
      return view(object);
    },
  };
}

/** Lines by value, those of `more` in place of earlier ones. */
function merged(lines: readonly string[], more: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(lines.map((line) => [valueOf(line), line]));
  for (const [value, line] of more) all.set(value, line);
  return all;
}

export function firstError([first]: ListImportResponse['errors']): string {
  return first ? `Line ${first.line}: ${first.reason}.` : 'There is no line.';
}

export function changedOutside(name: string): SiemError {
  return new SiemError(
    'changed_outside',
    `The list "${name}" was changed outside SIEM: open and save it to allow it again.`,
  );
}

function statusOf(object: ManagedObject<ListInput>, head: ContentHead | undefined, now: number): ListStatus {
  const { expiresAt } = object.attributes;
  const entries = head?.entries ?? 0;
  const state = !object.allowed
    ? 'changed_outside'
    : expiresAt !== undefined && Date.parse(expiresAt) <= now
      ? 'expired'
      : head?.error
        ? 'failing'
        : entries === 0
          ? 'empty'
          : 'ok';
  return {
    state,
    entries,
    ...(head?.revision !== undefined && { refreshedAt: new Date(head.at).toISOString() }),
    ...(head?.error && { lastError: head.error }),
  };
}

import { createHash } from 'crypto';
import type { ListKind } from '../../../common/list';
import { SiemError } from '../errors';
import type { Clock, NewId, StateStore, StateVersion, Stored } from '../ports';

/** Characters of one stored chunk; a document of OpenSearch should not be much larger. */
const CHUNK = 1_000_000;
const CHUNKS_AT_ONCE = 4;

/** What is known of the entries of a list, beside the entries themselves. */
export interface ContentHead {
  kind: 'list';
  key: string;
  /** Of the entries; undefined before there were any. */
  revision?: string;
  /** Over name, kind and entries: entries changed elsewhere, or of another list, are noticed. */
  hash?: string;
  chunks: number;
  entries: number;
  /** When entries were set, fetched or found unchanged, epoch milliseconds. */
  at: number;
  /** Where they were fetched, and what the server said of that version. */
  fetched?: { url: string; etag?: string; lastModified?: string };
  error?: { code: string; message: string; at: string };
}

interface Chunk {
  kind: 'list_chunk';
  key: string;
  /** The revision. */
  status: string;
  seq: number;
  text: string;
}

export interface ListContent {
  head(name: string): Promise<Stored<ContentHead> | undefined>;
  heads(names: string[]): Promise<Array<Stored<ContentHead> | undefined>>;
  /** The stored lines. Fails with `changed_outside` where they are not those that were written. */
  lines(name: string, kind: ListKind, head: ContentHead): Promise<string[]>;
  /** Puts lines in place of all that are there, at once for every reader. Fails with `conflict` where someone else has done so since `before`. */
  replace(
    list: { name: string; kind: ListKind },
    before: StateVersion | undefined,
    lines: Iterable<string>,
    fetched?: ContentHead['fetched'],
  ): Promise<void>;
  /** Notes that a refresh went wrong, or that there was nothing new. */
  note(name: string, before: Stored<ContentHead> | undefined, change: Partial<ContentHead>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Entries of lists, as chunks of lines in the state store; a head says which revision counts. */
export function createListContent(parts: { state: StateStore; clock: Clock; newId: NewId }): ListContent {
  const { state, clock, newId } = parts;
  const headId = (name: string) => `list:${name}`;
  const chunkId = (name: string, revision: string, seq: number) => `list_chunk:${name}:${revision}:${seq}`;

  async function write(head: ContentHead, before: StateVersion | undefined): Promise<void> {
    const id = headId(head.key);
    const outcome = await (before ? state.replace(id, head, before) : state.create(id, head));
    if (outcome === 'conflict') {
      throw new SiemError(
        'conflict',
        `Someone else changed the entries of "${head.key}" in the meantime. Load them again and repeat your change.`,
      );
    }
  }

  async function texts(name: string, { revision, chunks }: ContentHead): Promise<string[]> {
    if (revision === undefined) return [];
    const found: string[] = [];
    for (let start = 0; start < chunks; start += CHUNKS_AT_ONCE) {
      const count = Math.min(CHUNKS_AT_ONCE, chunks - start);
      const ids = Array.from({ length: count }, (_, at) => chunkId(name, revision, start + at));
      for (const stored of await state.getMany<Chunk>(ids)) if (stored) found.push(stored.doc.text);
    }
    return found;
  }

  async function removeChunks(name: string, revision?: string): Promise<void> {
    await state.refresh();
    const status = revision === undefined ? {} : { status: revision };
    await state.removeWhere({ kind: 'list_chunk', equals: { key: name, ...status } });
  }

  return {
    head: (name) => state.get<ContentHead>(headId(name)),
    heads: (names) => state.getMany<ContentHead>(names.map(headId)),

    async lines(name, kind, head) {
      const found = await texts(name, head);
      if (head.revision !== undefined && hashOf(name, kind, found) !== head.hash) {
        // They may have been replaced while they were read.
        const now = (await state.get<ContentHead>(headId(name)))?.doc;
        if (now && now.revision !== head.revision) return this.lines(name, kind, now);
        throw new SiemError(
          'changed_outside',
          `The entries of the list "${name}" were changed outside SIEM: import them again.`,
        );
      }
      return found.flatMap((text) => (text === '' ? [] : text.split('\n')));
    },

    async replace({ name, kind }, before, lines, fetched) {
      const old = (await state.get<ContentHead>(headId(name)))?.doc.revision;
      const revision = newId();
      const hash = openHash(name, kind);
      let entries = 0;
      let chunks = 0;
      for (const { text, count } of chunksOf(lines)) {
        hash.update(text);
        const chunk: Chunk = { kind: 'list_chunk', key: name, status: revision, seq: chunks, text };
        await state.put(chunkId(name, revision, chunks++), chunk);
        entries += count;
      }
      const head: ContentHead = {
        kind: 'list',
        key: name,
        revision,
        hash: hash.digest('base64'),
        chunks,
        entries,
        at: clock.now(),
        ...(fetched && { fetched }),
      };
      try {
        await write(head, before);
      } catch (error) {
        await removeChunks(name, revision);
        throw error;
      }
      if (old !== undefined) await removeChunks(name, old);
    },

    async note(name, before, change) {
      const doc: ContentHead = before?.doc ?? {
        kind: 'list',
        key: name,
        chunks: 0,
        entries: 0,
        at: clock.now(),
      };
      await write({ ...doc, ...change }, before?.version);
    },

    async remove(name) {
      await state.remove(headId(name));
      await removeChunks(name);
    },
  };
}

function openHash(name: string, kind: ListKind) {
  return createHash('sha256').update(`${name}\n${kind}\n`);
}

function hashOf(name: string, kind: ListKind, texts: readonly string[]): string {
  const hash = openHash(name, kind);
  for (const text of texts) hash.update(text);
  return hash.digest('base64');
}

function* chunksOf(lines: Iterable<string>): Generator<{ text: string; count: number }> {
  let part: string[] = [];
  let size = 0;
  for (const line of lines) {
    if (size + line.length > CHUNK) {
      yield { text: part.join('\n'), count: part.length };
      part = [];
      size = 0;
    }
    part.push(line);
    size += line.length + 1;
  }
  if (part.length > 0) yield { text: part.join('\n'), count: part.length };
}

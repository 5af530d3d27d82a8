import { createHash } from 'crypto';
import { Readable } from 'stream';
import { SiemError } from '../../server/core/errors';
import type { ListedObject, ObjectStore } from '../../server/core/ports';

export interface FakeObjectStore extends ObjectStore {
  put(key: string, bytes: Buffer | string, lastModified?: number): ListedObject;
  remove(key: string): void;
  /** Called before each call; what it throws is the call's error. */
  before: (call: 'list' | 'open', key: string) => void;
  /** Prefixes listed so far. */
  listed: string[];
}

/** A bucket in memory that lists as S3 does: in key order, in pages, folders by a delimiter. */
export function fakeObjectStore(): FakeObjectStore {
  const objects = new Map<string, { listed: ListedObject; bytes: Buffer }>();

  return {
    before: () => undefined,
    listed: [],

    put(key, bytes, lastModified = Date.parse('2026-01-15T11:00:00Z')) {
      const data = Buffer.from(bytes);
      const etag = createHash('md5').update(data).digest('hex');
      const listed = { key, etag, size: data.length, lastModified };
      objects.set(key, { listed, bytes: data });
      return listed;
    },

    remove: (key) => void objects.delete(key),

    async list({ prefix, startAfter, delimiter, continuation, limit = 1_000 }) {
      this.before('list', prefix);
      this.listed.push(prefix);
      const after = continuation ?? startAfter ?? '';
      const rows = new Map<string, ListedObject | undefined>();
      for (const key of [...objects.keys()].sort()) {
        if (!key.startsWith(prefix)) continue;
        const cut = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length);
        const row = cut < 0 ? key : key.slice(0, cut + 1);
        if (row > after) rows.set(row, cut < 0 ? objects.get(key)?.listed : undefined);
      }
      const page = [...rows].slice(0, limit);
      return {
        objects: page.flatMap(([, listed]) => listed ?? []),
        prefixes: page.filter(([, listed]) => !listed).map(([row]) => row),
        continuation: rows.size > limit ? page[page.length - 1]?.[0] : undefined,
      };
    },

    async open({ key, etag }) {
      this.before('open', key);
      const object = objects.get(key);
      if (!object || object.listed.etag !== etag) throw new SiemError('s3_object_changed', `${key} changed`);
      return Readable.from([object.bytes], { objectMode: false });
    },

    async read({ key, etag }, from, to) {
      this.before('open', key);
      const object = objects.get(key);
      if (!object || object.listed.etag !== etag) throw new SiemError('s3_object_changed', `${key} changed`);
      return object.bytes.subarray(from, to);
    },
  };
}

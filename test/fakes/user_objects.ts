import type { StoredObject, UserObjects } from '../../server/core/content/ports';
import { SiemError } from '../../server/core/errors';

export interface FakeUserObjects extends UserObjects {
  stored: Map<string, StoredObject>;
  /** A user saves an object anew: the host forgets its origin then. */
  edit(type: string, id: string, change: Record<string, unknown>): void;
}

const keyOf = ({ type, id }: { type: string; id: string }) => `${type}:${id}`;

/** Saved objects of a tenant, in memory. */
export function fakeUserObjects(): FakeUserObjects {
  const stored = new Map<string, StoredObject>();
  let version = 0;
  return {
    stored,
    edit(type, id, change) {
      const { originId: _forgotten, ...object } = stored.get(`${type}:${id}`) as StoredObject;
      stored.set(`${type}:${id}`, {
        ...object,
        attributes: { ...object.attributes, ...change },
        version: String(++version),
      });
    },
    read: async (objects) => objects.flatMap((object) => stored.get(keyOf(object)) ?? []),
    listReferences: async (types) =>
      [...stored.values()].filter(({ type }) => types.some((one) => one === type)),
    async write(objects) {
      for (const { migrationVersion: _form, ...object } of objects) {
        if (stored.get(keyOf(object))?.version !== object.version)
          throw new SiemError('conflict', keyOf(object));
        stored.set(keyOf(object), { ...object, version: String(++version) });
      }
    },
    async remove(objects) {
      for (const object of objects) stored.delete(keyOf(object));
    },
  };
}

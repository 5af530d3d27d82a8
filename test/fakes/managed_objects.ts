import { isDeepStrictEqual } from 'util';
import { SiemError } from '../../server/core/errors';
import type { Bookkeeping, ManagedObject, ManagedObjects } from '../../server/core/manage/managed_objects';

const BOOKKEEPING: Bookkeeping = {
  schemaVersion: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'alice',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'alice',
};

/** `ManagedObjects` in memory; `tamper` changes one past us. */
export function fakeManagedObjects<A extends object>(): ManagedObjects<A> & {
  stored(id: string): A & Bookkeeping;
  tamper(id: string): void;
} {
  const objects = new Map<string, ManagedObject<A>>();
  let revision = 0;

  function found(id: string): ManagedObject<A> {
    const object = objects.get(id);
    if (!object) throw new SiemError('not_found', `no ${id}`);
    return object;
  }

  function write(id: string, attributes: A): ManagedObject<A> {
    const object = {
      id,
      attributes: structuredClone({ ...attributes, ...BOOKKEEPING }),
      version: String(revision++),
      allowed: true,
    };
    objects.set(id, object);
    return object;
  }

  return {
    list: async () => [...objects.values()],
    areCurrent: async (known) =>
      known.map(({ id, attributes }) => {
        const object = objects.get(id);
        return object?.allowed === true && isDeepStrictEqual(object.attributes, structuredClone(attributes));
      }),
    get: async (id) => found(id),
    async getSeen({ id, updatedAt }) {
      const object = found(id);
      if (updatedAt === undefined || updatedAt === object.attributes.updatedAt) return object;
      throw new SiemError('conflict', `${id} was changed`);
    },
    create: async (id, attributes) => write(id, attributes),
    replace: async ({ id }, attributes) => write(id, attributes),
    async remove(id) {
      found(id);
      objects.delete(id);
    },
    stored: (id) => found(id).attributes,
    tamper: (id) => void objects.set(id, { ...found(id), allowed: false }),
  };
}

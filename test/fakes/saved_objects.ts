import type { ISavedObjectsRepository, SavedObject } from '../../types/opensearch_dashboards_server';

function boom(statusCode: number): Error {
  return Object.assign(new Error('opensearch says'), { output: { statusCode } });
}

/** OSD's repository of saved objects in memory, as far as managed objects use it. */
export function fakeRepository() {
  const objects = new Map<string, SavedObject<Record<string, unknown>>>();
  let revision = 0;
  const repository = {
    async create(
      type: string,
      attributes: Record<string, unknown>,
      options: { id: string; overwrite?: boolean; version?: string },
    ) {
      const current = objects.get(options.id);
      if (current && (!options.overwrite || options.version !== current.version)) throw boom(409);
      const stored = {
        id: options.id,
        type,
        attributes: structuredClone(attributes),
        references: [],
        version: `v${revision++}`,
      };
      objects.set(options.id, stored);
      return stored;
    },
    async get(_type: string, id: string) {
      const stored = objects.get(id);
      if (!stored) throw boom(404);
      return stored;
    },
    async delete(_type: string, id: string) {
      if (!objects.delete(id)) throw boom(404);
      return {};
    },
    async find({ page = 1, perPage = 20 }) {
      if (page * perPage > 10_000) throw boom(400);
      const all = [...objects.values()];
      return { total: all.length, saved_objects: all.slice((page - 1) * perPage, page * perPage) };
    },
  };
  return { objects, repository: repository as unknown as ISavedObjectsRepository };
}

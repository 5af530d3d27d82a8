import { randomUUID } from 'crypto';
import type {
  OpenSearchClient,
  SavedObject,
  SavedObjectsRepository,
} from '../../../types/opensearch_dashboards_server';
import { bulkCreate, bulkGet } from './bulk';
import { fromRaw, rawId, toSource, type RawDocument } from './document';
import { notFound, toBoom, unsupportedType } from './errors';
import { find } from './find';
import type { TypeRegistry } from './type_registry';
import { encodeVersion, versionConditions } from './version';

type Written = Pick<RawDocument, '_seq_no' | '_primary_term'>;

async function decorated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toBoom(error);
  }
}

/**
 * Saved objects as OSD keeps them: `_id` is `<type>:<id>`, in the type's index. Every error is a Boom error.
 * @param allowed types that this repository can see: others are not found, and cannot be created (400)
 */
export function createRepository(
  client: OpenSearchClient,
  registry: TypeRegistry,
  allowed: Set<string>,
): SavedObjectsRepository {
  const namespacesOf = (type: string): string[] =>
    registry.get(type)?.namespaceType === 'agnostic' ? [] : ['default'];

  return {
    create: <T>(...[type, attributes, options = {}]: Parameters<SavedObjectsRepository['create']>) =>
      decorated(async () => {
        if (!allowed.has(type)) throw unsupportedType(type);
        const { overwrite = false, version, refresh = 'wait_for', references, migrationVersion } = options;
        const request = {
          id: rawId(type, options.id ?? randomUUID()),
          index: registry.indexOf(type),
          refresh,
          body: toSource({ type, attributes, references, migrationVersion }),
          ...(overwrite && versionConditions(version)),
        };
        const { body } =
          options.id !== undefined && overwrite ? await client.index(request) : await client.create(request);
        return fromRaw<T>(registry, { _id: request.id, _source: request.body, ...(body as Written) });
      }),

    get: <T>(type: string, id: string) =>
      decorated(async () => {
        if (!allowed.has(type)) throw notFound(type, id);
        const { body } = await client.get(
          { id: rawId(type, id), index: registry.indexOf(type) },
          { ignore: [404] },
        );
        const raw = body as RawDocument & { found?: boolean };
        if (!raw.found) throw notFound(type, id);
        return { ...fromRaw<T>(registry, raw), namespaces: namespacesOf(type) };
      }),

    update: <T>(...[type, id, attributes, options = {}]: Parameters<SavedObjectsRepository['update']>) =>
      decorated(async () => {
        if (!allowed.has(type)) throw notFound(type, id);
        const { version, references, refresh = 'wait_for' } = options;
        const updated_at = new Date().toISOString();
        const { body, statusCode } = await client.update(
          {
            id: rawId(type, id),
            index: registry.indexOf(type),
            ...versionConditions(version),
            refresh,
            body: { doc: { [type]: attributes, updated_at, ...(references && { references }) } },
          },
          { ignore: [404] },
        );
        if (statusCode === 404) throw notFound(type, id);
        const { _seq_no, _primary_term } = body as Written;
        return {
          id,
          type,
          updated_at,
          version: encodeVersion(_seq_no, _primary_term),
          namespaces: namespacesOf(type),
          ...(references && { references }),
          attributes,
        } as SavedObject<Partial<T>>;
      }),

    delete: (type, id, { refresh = 'wait_for' } = {}) =>
      decorated(async () => {
        if (!allowed.has(type)) throw notFound(type, id);
        const { body } = await client.delete(
          { id: rawId(type, id), index: registry.indexOf(type), refresh },
          { ignore: [404] },
        );
        if ((body as { result?: string }).result !== 'deleted') throw notFound(type, id);
        return {};
      }),

    find: (options) =>
      decorated(async () => {
        const types = [options.type].flat().filter((type) => allowed.has(type));
        return find(client, registry, types, options);
      }),

    bulkCreate: (objects, options = {}) =>
      decorated(() => bulkCreate(client, registry, allowed, objects, options)),

    bulkGet: (objects) => decorated(() => bulkGet(client, registry, allowed, objects)),
  };
}

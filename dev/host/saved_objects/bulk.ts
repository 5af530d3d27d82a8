import { randomUUID } from 'crypto';
import type {
  OpenSearchClient,
  SavedObject,
  SavedObjectsBulkCreateObject,
} from '../../../types/opensearch_dashboards_server';
import { fromRaw, rawId, toSource, type RawDocument } from './document';
import { conflict, itemError, notFound, unsupportedType } from './errors';
import type { TypeRegistry } from './type_registry';
import { versionConditions } from './version';

type Failed = Pick<SavedObject, 'id' | 'type' | 'error'>;

/** A bulk answer holds failed items as `{ id, type, error }` only, though its type says otherwise. */
const asObject = <T>(failed: Failed): SavedObject<T> => failed as SavedObject<T>;

interface ItemAnswer {
  _seq_no: number;
  _primary_term: number;
  error?: { type: string; reason?: string };
}

function bulkError({ type: kind, reason }: NonNullable<ItemAnswer['error']>, type: string, id: string) {
  if (kind === 'version_conflict_engine_exception') return itemError(conflict(type, id));
  // OSD gives only a message here.
  return { message: reason ?? kind } as SavedObject['error'];
}

/** Creates many objects in one call; an item that fails has `error` in its place. */
export async function bulkCreate<T>(
  client: OpenSearchClient,
  registry: TypeRegistry,
  allowed: Set<string>,
  objects: Array<SavedObjectsBulkCreateObject<T>>,
  { overwrite = false, refresh = 'wait_for' as boolean | 'wait_for' },
): Promise<{ saved_objects: Array<SavedObject<T>> }> {
  const sent = objects.map((object) => ({
    object,
    id: object.id ?? randomUUID(),
    method: object.id !== undefined && overwrite ? 'index' : 'create',
    source: toSource(object),
  }));
  const accepted = sent.filter(({ object }) => allowed.has(object.type));
  const body = accepted.flatMap(({ object, id, method, source }) => [
    {
      [method]: {
        _id: rawId(object.type, id),
        _index: registry.indexOf(object.type),
        ...(overwrite && versionConditions(object.version)),
      },
    },
    source,
  ]);
  const answer = body.length > 0 ? await client.bulk({ refresh, body }) : undefined;
  const items = (answer?.body as { items: Array<Record<string, ItemAnswer>> } | undefined)?.items ?? [];
  return {
    saved_objects: sent.map((one) => {
      const { type } = one.object;
      const { id } = one;
      const place = accepted.indexOf(one);
      if (place < 0) return asObject<T>({ id, type, error: itemError(unsupportedType(type)) });
      const { error, _seq_no, _primary_term } = Object.values(items[place]!)[0]!;
      if (error) return asObject<T>({ id, type, error: bulkError(error, type, id) });
      return fromRaw<T>(registry, { _id: rawId(type, id), _source: one.source, _seq_no, _primary_term });
    }),
  };
}

/** Reads many objects in one call; a missing one has `error` in its place. */
export async function bulkGet<T>(
  client: OpenSearchClient,
  registry: TypeRegistry,
  allowed: Set<string>,
  objects: Array<{ id: string; type: string }>,
): Promise<{ saved_objects: Array<SavedObject<T>> }> {
  const accepted = objects.filter(({ type }) => allowed.has(type));
  const docs = accepted.map(({ type, id }) => ({ _id: rawId(type, id), _index: registry.indexOf(type) }));
  const answer = docs.length > 0 ? await client.mget({ body: { docs } }, { ignore: [404] }) : undefined;
  const found = (answer?.body as { docs?: Array<RawDocument & { found?: boolean }> } | undefined)?.docs ?? [];
  return {
    saved_objects: objects.map((object) => {
      const { type, id } = object;
      if (!allowed.has(type)) return asObject<T>({ id, type, error: itemError(unsupportedType(type)) });
      const raw = found[accepted.indexOf(object)];
      if (!raw?.found) return asObject<T>({ id, type, error: itemError(notFound(type, id)) });
      return fromRaw<T>(registry, raw);
    }),
  };
}

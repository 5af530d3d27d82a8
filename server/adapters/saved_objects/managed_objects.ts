import { createHash } from 'crypto';
import { SiemError, asSiemError } from '../../core/errors';
import type { Actor, Bookkeeping, ManagedObject, ManagedObjects } from '../../core/manage/managed_objects';
import type { Clock, StateStore } from '../../core/ports';
import type { ISavedObjectsRepository, SavedObject } from '../../../types/opensearch_dashboards_server';

const PAGE = 1_000;
/** OpenSearch gives no page beyond (`index.max_result_window`); with one object more, none could be listed any longer. */
const MOST_OBJECTS = 10_000;
const SCHEMA_VERSION = 1;
/** More than these are not being written this moment, but were changed past us. */
const MOST_DOUBTFUL = 20;

interface Allowance {
  kind: 'allowed';
  hash: string;
  by: string;
  at: number;
}

interface Parts {
  /** Saved object type, e.g. `siem-source`. */
  type: string;
  /** The user's word for it, for messages. */
  noun: string;
  repository: ISavedObjectsRepository;
  state: StateStore;
  clock: Clock;
}

/** `ManagedObjects` over OSD's saved objects, with the allowances in `.siem-state`. */
export function createManagedObjects<A extends object>(parts: Parts): ManagedObjects<A> {
  const { type, noun, repository, state, clock } = parts;
  type Stored = SavedObject<A & Bookkeeping>;
  const allowanceId = (id: string) => `allowed:${type}:${id}`;

  function managed(stored: Stored, allowance: Allowance | undefined): ManagedObject<A> {
    return {
      id: stored.id,
      attributes: stored.attributes,
      version: stored.version ?? '',
      allowed: allowance?.hash === hashOf(stored.attributes),
    };
  }

  async function write(
    id: string,
    attributes: A & Bookkeeping,
    actor: Actor,
    options: { overwrite?: boolean; version?: string },
  ): Promise<ManagedObject<A>> {
    const stored = await guarded(noun, repository.create(type, attributes, { id, ...options }));
    const allowance: Allowance = {
      kind: 'allowed',
      hash: hashOf(attributes),
      by: actor.name,
      at: clock.now(),
    };
    await state.put(allowanceId(id), allowance);
    return managed({ ...stored, attributes }, allowance);
  }

  async function get(id: string): Promise<ManagedObject<A>> {
    const stored = await guarded(noun, repository.get<A & Bookkeeping>(type, id));
    return managed(stored, (await state.get<Allowance>(allowanceId(id)))?.doc);
  }

  /** Between an object and its allowance is a moment in which a write of ours, or a deletion, looks like somebody else's. */
  async function lookAgain(objects: Array<ManagedObject<A>>): Promise<Array<ManagedObject<A>>> {
    const doubtful = objects.filter(({ allowed }) => !allowed);
    if (doubtful.length === 0 || doubtful.length > MOST_DOUBTFUL) return objects;
    const again = new Map(
      await Promise.all(doubtful.map(async ({ id }) => [id, await get(id).catch(goneIsUndefined)] as const)),
    );
    return objects.flatMap((object) => (object.allowed ? object : (again.get(object.id) ?? [])));
  }

  return {
    async list() {
      const objects: Stored[] = [];
      for (let page = 1; ; page++) {
        const found = await guarded(noun, repository.find<A & Bookkeeping>({ type, page, perPage: PAGE }));
        objects.push(...found.saved_objects);
        if (found.saved_objects.length < PAGE || page * PAGE === MOST_OBJECTS) break;
      }
      const allowances = await state.getMany<Allowance>(objects.map(({ id }) => allowanceId(id)));
      return lookAgain(objects.map((stored, index) => managed(stored, allowances[index]?.doc)));
    },

    async areCurrent(objects) {
      const allowances = await state.getMany<Allowance>(objects.map(({ id }) => allowanceId(id)));
      return objects.map(({ attributes }, index) => allowances[index]?.doc.hash === hashOf(attributes));
    },

    get,

    async getSeen({ id, updatedAt }) {
      const object = await get(id);
      const { updatedAt: changedAt, updatedBy } = object.attributes;
      if (updatedAt !== undefined && updatedAt !== changedAt) {
        throw new SiemError(
          'conflict',
          `${updatedBy} has changed this ${noun} since you opened it. Open it again and repeat your change.`,
        );
      }
      return object;
    },

    async create(id, attributes, actor) {
      const { total } = await guarded(noun, repository.find({ type, perPage: 1 }));
      if (total >= MOST_OBJECTS) {
        throw new SiemError(
          'invalid_input',
          `There are 10,000 ${noun}s, and can be no more: delete one first.`,
        );
      }
      const at = new Date(clock.now()).toISOString();
      const bookkeeping = {
        schemaVersion: SCHEMA_VERSION,
        createdAt: at,
        createdBy: actor.name,
        updatedAt: at,
        updatedBy: actor.name,
      };
      return write(id, { ...attributes, ...bookkeeping }, actor, {});
    },

    replace(current, attributes, actor) {
      const { createdAt, createdBy } = current.attributes;
      const updatedAt = new Date(clock.now()).toISOString();
      const bookkeeping = {
        schemaVersion: SCHEMA_VERSION,
        createdAt,
        createdBy,
        updatedAt,
        updatedBy: actor.name,
      };
      return write(current.id, { ...attributes, ...bookkeeping }, actor, {
        overwrite: true,
        version: current.version,
      });
    },

    async remove(id) {
      await guarded(noun, repository.delete(type, id));
      await state.remove(allowanceId(id));
    },
  };
}

/** Independent of the order of keys, which a round trip through OpenSearch keeps but nobody promises. */
function hashOf(attributes: object): string {
  return createHash('sha256').update(canonical(attributes)).digest('base64');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

function goneIsUndefined(error: unknown): undefined {
  if (asSiemError(error).code !== 'not_found') throw error;
}

/** Saved-object errors are Boom; their messages hold OpenSearch's text and are not for people. */
async function guarded<T>(noun: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    const status = (thrown as { output?: { statusCode?: number } }).output?.statusCode;
    if (status === 404)
      throw new SiemError('not_found', `This ${noun} is not there, or no longer.`, { cause: thrown });
    if (status === 409) {
      throw new SiemError(
        'conflict',
        `Someone else changed this ${noun} in the meantime. Load it again and repeat your change.`,
        { cause: thrown },
      );
    }
    if (status === 503)
      throw new SiemError('opensearch_unavailable', 'OpenSearch is not available.', { cause: thrown });
    throw asSiemError(thrown);
  }
}

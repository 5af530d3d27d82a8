import type { MarkedObject, StoredObject, UserObjects } from '../../core/content/ports';
import { asSiemError, SiemError } from '../../core/errors';
import type { SavedObject, SavedObjectsRepository } from '../../../types/opensearch_dashboards_server';

type Client = Pick<SavedObjectsRepository, 'bulkGet' | 'bulkCreate' | 'find' | 'delete'>;
type Attributes = Record<string, unknown>;

const PAGE = 1_000;
/** What the host lets one search reach. */
const REACH = 10_000;
/** Deletions at a time: the host knows no call for several. */
const AT_A_TIME = 16;

/** `UserObjects` over the saved-objects client of a request, which sees what its user may see, in the tenant that is chosen. */
export function createUserObjects(client: Client): UserObjects {
  return {
    async read(objects) {
      const { saved_objects } = await guarded(
        client.bulkGet<Attributes>(objects.map(({ type, id }) => ({ type, id }))),
      );
      const broken = saved_objects.find(({ error }) => error && error.statusCode !== 404);
      if (broken) throw failure(broken);
      return saved_objects.filter(({ error }) => !error).map(toStored);
    },

    async listReferences(types) {
      const all: SavedObject[] = [];
      for (let page = 1; page * PAGE <= REACH; page++) {
        const found = await guarded(
          client.find({ type: [...types], page, perPage: PAGE, fields: ['title'] }),
        );
        all.push(...found.saved_objects);
        if (found.saved_objects.length < PAGE) return all;
      }
      throw new SiemError(
        'conflict',
        `There are more than ${REACH} saved objects, too many to tell what is still needed. Remove the dashboards under Stack Management, Saved Objects.`,
      );
    },

    async write(objects) {
      const fresh = objects.filter(({ version }) => version === undefined);
      const present = objects.filter(({ version }) => version !== undefined);
      await bulkCreate(client, fresh, false);
      await bulkCreate(client, present, true);
    },

    async remove(objects) {
      const queue = objects.values();
      const worker = async () => {
        for (const { type, id } of queue) await removeOne(client, type, id);
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    },
  };
}

async function bulkCreate(client: Client, objects: MarkedObject[], overwrite: boolean): Promise<void> {
  if (objects.length === 0) return;
  const sent = objects.map((object) => ({
    ...object,
    attributes: object.attributes as Attributes,
    migrationVersion: { ...object.migrationVersion },
  }));
  const { saved_objects } = await guarded(client.bulkCreate(sent, { overwrite }));
  const broken = saved_objects.find(({ error }) => error);
  if (broken) throw failure(broken);
}

async function removeOne(client: Client, type: string, id: string): Promise<void> {
  try {
    // Each would else wait for a refresh, a second or so; lists show the change a moment later.
    await client.delete(type, id, { refresh: false });
  } catch (thrown) {
    if (statusOf(thrown) !== 404) throw translated(thrown);
  }
}

function toStored({
  type,
  id,
  attributes,
  references,
  originId,
  version,
}: SavedObject<Attributes>): StoredObject {
  return { type, id, attributes, references, originId, version };
}

async function guarded<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    throw translated(thrown);
  }
}

function statusOf(thrown: unknown): number | undefined {
  return (thrown as { output?: { statusCode?: number } }).output?.statusCode;
}

/** The error of one object in an answer about many. */
function failure({ type, id, error }: Pick<SavedObject, 'type' | 'id' | 'error'>): SiemError {
  return translated(
    { output: { statusCode: error?.statusCode }, message: error?.message },
    `The ${type} "${id}"`,
  );
}

/** Saved-object errors are Boom; their messages hold OpenSearch's text, which only the log gets. */
function translated(thrown: unknown, what = 'A saved object'): SiemError {
  switch (statusOf(thrown)) {
    case 401:
    case 403:
      return new SiemError(
        'forbidden',
        'Your user may not change saved objects in this tenant. Choose another tenant, or ask for a role that may write to it.',
        { cause: thrown },
      );
    case 409:
      return new SiemError(
        'conflict',
        `${what} was changed in the meantime. Load the page again and repeat.`,
        {
          cause: thrown,
        },
      );
    case 503:
      return new SiemError('opensearch_unavailable', 'OpenSearch is not available.', { cause: thrown });
    default:
      return asSiemError(thrown instanceof Error ? thrown : new Error(`${what}: ${JSON.stringify(thrown)}`));
  }
}

import { createHash } from 'crypto';
import type { Logger, OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { IndexMappings } from './type_registry';

const SETTINGS = { number_of_shards: 1, auto_expand_replicas: '0-1' };

interface CurrentIndex {
  name: string;
  /** Hash of the mappings it was made with. */
  mappingsHash?: string;
}

async function currentIndex(client: OpenSearchClient, alias: string): Promise<CurrentIndex | undefined> {
  const { body, statusCode } = await client.indices.getMapping({ index: alias }, { ignore: [404] });
  if (statusCode === 404) return undefined;
  const [name, { mappings }] = Object.entries(
    body as Record<string, { mappings: { _meta?: { mappingsHash?: string } } }>,
  )[0]!;
  return { name, mappingsHash: mappings._meta?.mappingsHash };
}

function nextName(alias: string, current: string | undefined): string {
  const number = Number(current?.slice(alias.length + 1));
  return `${alias}_${Number.isInteger(number) ? number + 1 : 1}`;
}

/**
 * Brings the index behind `alias` to the given mappings: makes `<alias>_1`, or, when the mappings have changed,
 * copies everything into the next number and moves the alias. The old index stays.
 */
export async function migrateIndex(
  client: OpenSearchClient,
  alias: string,
  mappings: IndexMappings,
  log: Logger,
): Promise<void> {
  const mappingsHash = createHash('sha256').update(JSON.stringify(mappings)).digest('hex');
  const current = await currentIndex(client, alias);
  if (current?.mappingsHash === mappingsHash) return;
  const name = nextName(alias, current?.name);
  log.info(`Creating index ${name}.`);
  await client.indices.create({
    index: name,
    body: {
      settings: SETTINGS,
      // A type that went away with its plugin keeps its documents, without mappings.
      mappings: { ...mappings, ...(current && { dynamic: false }), _meta: { mappingsHash } },
    },
  });
  if (current) {
    await client.reindex({ refresh: true, body: { source: { index: current.name }, dest: { index: name } } });
    await client.indices.putMapping({ index: name, body: { dynamic: 'strict' } });
  }
  log.info(`Pointing alias ${alias} to ${name}.`);
  const remove = current ? [{ remove: { index: current.name, alias } }] : [];
  await client.indices.updateAliases({ body: { actions: [...remove, { add: { index: name, alias } }] } });
}

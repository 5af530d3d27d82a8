import { Client } from '@opensearch-project/opensearch';
import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { logTypes } from '../../server/core/ingest/log_types';
import { MAPPING_ANALYSIS, mappingProperties } from '../../server/core/ingest/mapping';
import { readObject } from '../unit/log_types/read_object';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const created: string[] = [];

/** The events of all samples of a log type. */
function eventsOf(id: string): Array<Record<string, unknown>> {
  const folder = join(__dirname, '../../server/core/ingest/log_types', id, 'samples');
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  const objects = names.map((name) => readFileSync(join(folder, name)));
  return objects.flatMap((bytes) =>
    readObject(logTypes.get(id), bytes, { context: { keepOriginal: true } }).events.map(({ event }) => event),
  );
}

/** An index with the type's mappings, `strict` so that an undeclared field fails, and the events in it. */
async function indexAll(id: string, flatObject: boolean, events: object[]): Promise<string> {
  const index = `test-${id}-${flatObject ? 'flat' : 'stored'}-${Date.now()}`;
  await client.indices.create({
    index,
    body: {
      settings: { analysis: MAPPING_ANALYSIS, 'mapping.total_fields.limit': 2_000, number_of_replicas: 0 },
      mappings: { dynamic: 'strict', properties: mappingProperties(logTypes.get(id), { flatObject }) },
    } as Record<string, unknown>,
  });
  created.push(index);
  const body = events.flatMap((event) => [{ index: { _index: index } }, event]);
  const answer = await client.bulk({ refresh: true, body });
  const items = (answer.body as { items: Array<{ index: { error?: unknown } }> }).items;
  expect(items.map((item) => item.index.error).filter((error) => error !== undefined)).toEqual([]);
  return index;
}

async function count(index: string, query: string): Promise<number> {
  const body = { query: { query_string: { query, analyze_wildcard: true } } };
  const answer = await client.count({ index, body });
  return (answer.body as { count: number }).count;
}

afterAll(async () => {
  for (const index of created) await client.indices.delete({ index });
  await client.close();
});

describe.each(logTypes.all.map(({ id }) => id))('%s', (id) => {
  it.each([true, false])(
    'has mappings that take every event of its samples (flat_object: %s)',
    async (flatObject) => {
      const events = eventsOf(id);
      const index = await indexAll(id, flatObject, events);
      expect(await count(index, '*')).toBe(events.length);
      expect(await count(index, `type:${id}`)).toBe(events.length);
    },
  );
});

it.each([true, false])(
  'takes CloudTrail parameters of any shape, size and depth (flat_object: %s)',
  async (flatObject) => {
    const deep = JSON.parse('{"a":'.repeat(60) + '1' + '}'.repeat(60)) as unknown;
    const parameters = [
      { tags: 'text' },
      { tags: [{ key: 'a', value: 1 }] },
      { tags: { a: null, b: [] } },
      { long: 'é'.repeat(20_000), 'with.dot': { '': 1 } },
      { deep },
      { list: Array.from({ length: 3_000 }, (_, at) => `entry ${at}`) },
      { 'MiXeD.Case': 'AbC', enable: false },
      [1, [2, [3]]],
      'text',
      7,
    ];
    const records = parameters.map((requestParameters, at) => ({
      eventVersion: '1.11',
      eventTime: '2026-01-02T03:04:05Z',
      eventID: `e-${at}`,
      requestParameters,
      responseElements: requestParameters,
    }));
    const { events } = readObject(logTypes.get('cloudtrail'), JSON.stringify({ Records: records }));
    expect(events).toHaveLength(records.length);
    const index = await indexAll(
      'cloudtrail',
      flatObject,
      events.map(({ event }) => event),
    );
    expect(await count(index, 'aws.cloudtrail.request_kv:"mixed.case=abc"')).toBe(1);
    expect(await count(index, 'aws.cloudtrail.request_kv:*=false')).toBe(1);
    expect(await count(index, '_exists_:siem.truncated')).toBe(1);
  },
);

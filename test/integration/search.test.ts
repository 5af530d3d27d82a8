import { Client } from '@opensearch-project/opensearch';
import { createSearch } from '../../server/adapters/opensearch/search';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const search = createSearch(client);
const INDEX = `siem-logs-searchtest-default-${Date.now()}`;
const FROM = Date.parse('2020-05-05T12:00:00Z');

/** Events of a year that no other test uses. */
async function index(documents: object[]): Promise<void> {
  const body = documents.flatMap((document) => [{ index: { _index: INDEX } }, document]);
  await client.bulk({ refresh: true, body });
}

beforeAll(async () => {
  await client.indices.create({
    index: INDEX,
    body: {
      mappings: {
        properties: {
          '@timestamp': { type: 'date' },
          type: { type: 'keyword' },
          source: { properties: { ip: { type: 'ip' } } },
          destination: { properties: { ip: { type: 'ip' } } },
          network: { properties: { bytes: { type: 'long' } } },
          event: { properties: { action: { type: 'keyword' } } },
        },
      },
    },
  });
  const flow = (minute: number, action: string, bytes: number) => ({
    '@timestamp': new Date(FROM + minute * 60_000).toISOString(),
    type: 'vpcflow',
    source: { ip: '203.0.113.9' },
    destination: { ip: '10.0.0.5' },
    network: { bytes },
    event: { action },
  });
  await index([
    flow(1, 'accept', 100),
    flow(2, 'reject', 40),
    flow(-10, 'accept', 7),
    { '@timestamp': new Date(FROM).toISOString(), type: 'elblogs' },
  ]);
});

afterAll(async () => {
  await client.indices.delete({ index: INDEX });
  await client.close();
});

describe('searches', () => {
  it('find nothing, without an error, where no index is', async () => {
    expect((await search.search({ index: 'siem-logs-nothere-*', body: { size: 1 } })).hits).toEqual({
      total: 0,
      hits: [],
    });
  });

  it('find what they count, though nothing else of the answer is read', async () => {
    const body = {
      size: 0,
      track_total_hits: false,
      aggs: {
        groups: { composite: { size: 9, sources: [{ none: { terms: { field: 'user.name' } } }] } },
        none: { filter: { term: { type: 'none' } } },
      },
    };
    const answer = await search.search({ index: INDEX, body });
    expect(answer).toEqual({
      took: expect.any(Number),
      hits: { total: 0, hits: [] },
      aggregations: { groups: { buckets: [] }, none: { doc_count: 0 } },
    });
  });

  it('say what is wrong with a query, and leave neighbours alone', async () => {
    const query = (text: string) => ({
      index: INDEX,
      body: { size: 0, query: { query_string: { query: text } } },
    });
    const [good, bad] = await search.msearch([query('type:vpcflow'), query('type:(a OR')]);
    expect(good).toMatchObject({ hits: { total: 3 } });
    expect(bad).toMatchObject({
      code: 'query_invalid',
      message: expect.stringMatching(/Cannot parse 'type:\(a OR'|Encountered/),
    });
  });

  it('fail where a shard fails, instead of finding less', async () => {
    const script = { script: { source: 'throw new IllegalStateException("broken")' } };
    const request = { index: INDEX, body: { size: 0, query: { script } } };
    await expect(search.search(request)).rejects.toMatchObject({ name: 'SiemError' });
  });

  it('fail as unavailable where OpenSearch is not', async () => {
    const nowhere = createSearch(new Client({ node: 'http://127.0.0.1:1', maxRetries: 0 }));
    await expect(nowhere.search({ index: INDEX, body: {} })).rejects.toMatchObject({
      code: 'opensearch_unavailable',
      retryable: true,
    });
  });

  it('name the fields of a pattern with their types', async () => {
    const fields = await search.fields(INDEX);
    expect(fields).toContainEqual({ name: 'source.ip', type: 'ip', aggregatable: true });
    expect(fields.map(({ name }) => name)).not.toContain('source');
  });
});

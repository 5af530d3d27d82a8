import { spawnSync } from 'child_process';
import path from 'path';
import { Client } from '@opensearch-project/opensearch';
import fc from 'fast-check';
import { compileDql } from '../../server/core/detect/query/compile_dql';
import { nodeOf } from './osd_install';

const home = process.env['OSD_HOME'];
const client = new Client({ node: process.env['OPENSEARCH_URL'] ?? 'http://127.0.0.1' });
const INDEX = `siem-dql-${Date.now()}`;
const QUERIES = 200;

jest.setTimeout(120_000);

const TYPES: Record<string, string> = {
  n: 'long',
  name: 'keyword',
  ip: 'ip',
  text: 'text',
  flag: 'boolean',
  '@timestamp': 'date',
};

/** Queries of all that DQL has, over fields of each type, a wildcard and one that is not there. */
const query: fc.Arbitrary<string> = fc.letrec<{ query: string; values: string }>((tie) => {
  const name = fc.constantFrom('ann', 'bo*', '"cid"', '"ann bob"', '*');
  const pair = fc.oneof(
    fc.tuple(fc.constantFrom('name', 'na*'), name).map(([field, value]) => `${field}: ${value}`),
    fc.constantFrom('n: 2', 'n: "3"', 'n > 1', 'n <= 3', 'flag: true', 'flag: false', 'none: x', 'none: *'),
    fc.constantFrom('ip: 10.1.2.3', 'ip: "10.0.0.0/8"', 'text: quick fox', 'text: "quick fox"', 'text: qu*'),
    fc.constantFrom('@timestamp >= "2026-01-16"', '@timestamp: "2026-01-15"', 'fox', '"quick fox"', 'ann'),
    tie('values').map((values) => `name: (${values})`),
  );
  const joined = (item: fc.Arbitrary<string>) =>
    fc.tuple(item, fc.constantFrom(' and ', ' or ', ' AND '), item).map((parts) => parts.join(''));
  return {
    values: fc.oneof(
      { maxDepth: 2 },
      name,
      joined(tie('values')),
      tie('values').map((values) => `(${values})`),
    ),
    query: fc.oneof(
      { maxDepth: 3 },
      pair,
      joined(tie('query')),
      tie('query').map((inner) => `(${inner})`),
      pair.map((inner) => `not ${inner}`),
      tie('query').map((inner) => `not (${inner})`),
    ),
  };
}).query;

/** What the host's own data plugin makes of the queries. */
function compiledByHost(queries: string[]): Array<Record<string, unknown>> {
  const fields = Object.entries(TYPES).map(([name, type]) => ({
    name,
    type: type === 'date' ? 'date' : 'string',
  }));
  const script = `
    const data = require(process.argv[1]);
    const { queries, fields } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
    const compile = (text) => data.toOpenSearchQuery(data.fromKueryExpression(text), { fields }, { dateFormatTZ: 'UTC' });
    console.log(JSON.stringify(queries.map(compile)));`;
  const { stdout, stderr } = spawnSync(
    nodeOf(home ?? ''),
    ['--no-warnings', '-e', script, path.join(home ?? '', 'src/plugins/data/common')],
    {
      input: JSON.stringify({ queries, fields }),
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Array<Record<string, unknown>>;
}

async function hitsOf(queries: Array<Record<string, unknown>>): Promise<string[][]> {
  const body = queries.flatMap((each) => [{ index: INDEX }, { size: 100, query: each, _source: false }]);
  const { body: answer } = await client.msearch({ body });
  const { responses } = answer as {
    responses: Array<{ hits?: { hits: Array<{ _id: string }> }; error?: object }>;
  };
  return responses.map(({ hits, error }) =>
    hits ? hits.hits.map(({ _id }) => _id).sort() : [JSON.stringify(error)],
  );
}

// Only the real host has a compiler of its own to compare with.
(home ? describe : describe.skip)('DQL, compiled by us', () => {
  beforeAll(async () => {
    const properties = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [name, { type }]));
    await client.indices.create({
      index: INDEX,
      body: { settings: { number_of_replicas: 0 }, mappings: { properties } },
    });
    const texts = ['the quick fox', 'fox quick', 'slow dog'];
    const events = ['ann', 'bob', 'cid', 'ann bob'].flatMap((name, i) =>
      [1, 2, 3].map((n, j) => ({
        n,
        name,
        ip: ['10.1.2.3', '192.0.2.7', '2001:db8::1'][(i + j) % 3],
        text: texts[(i + 2 * j) % 3],
        flag: (i + j) % 2 === 0,
        '@timestamp': `2026-01-1${4 + ((i + j) % 4)}T12:00:00Z`,
      })),
    );
    await client.bulk({
      refresh: true,
      body: events.flatMap((event, id) => [{ index: { _index: INDEX, _id: `${id}` } }, event]),
    });
  });

  afterAll(() => client.indices.delete({ index: INDEX }));

  it(`finds what the host finds, for ${QUERIES} queries`, async () => {
    const queries = fc.sample(query, { seed: 20_261_124, numRuns: QUERIES });
    const context = { fieldTypes: new Map(Object.entries(TYPES)), timeZone: 'UTC', list: () => undefined };
    const ours = await hitsOf(queries.map((text) => compileDql(text, context)));
    const theirs = await hitsOf(compiledByHost(queries));
    const found = queries.map((text, index) => [text, ours[index]]);
    expect(found).toEqual(queries.map((text, index) => [text, theirs[index]]));
    // Queries that find nothing, or fail, would prove little.
    expect(ours.filter((hits) => hits.length > 0 && !hits[0]?.startsWith('{')).length).toBeGreaterThan(
      QUERIES / 2,
    );
  });
});

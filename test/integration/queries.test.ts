import { Client } from '@opensearch-project/opensearch';
import fc from 'fast-check';
import { createSearch } from '../../server/adapters/opensearch/search';
import { prepareRule } from '../../server/core/detect/prepare_rule';
import { lintRuleQuery } from '../../server/core/detect/query/lint_rule_query';
import { ruleTypes } from '../../server/core/detect/rule_types';
import type { ValueLists } from '../../server/core/ports';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const search = createSearch(client);
const INDEX = `siem-queries-${Date.now()}`;
jest.setTimeout(120_000);

const RUNS = process.env.SIEM_SOAK ? 500 : 60;

const ENTRIES = {
  low: ['1', '2'],
  names: ['ann', 'bob'],
  none: [] as string[],
  nets: ['10.0.0.0/8', '2001:db8::1'],
  // More than a query may have clauses, and a block among them.
  addresses: [...Array.from({ length: 2_000 }, (_, n) => `172.16.${n >> 8}.${n & 255}`), '10.0.0.0/8'],
};
const lists: ValueLists = {
  get: async (name) => {
    const entries = ENTRIES[name as keyof typeof ENTRIES];
    return entries && { name, kind: 'text', entries, revision: '1' };
  },
};

const type = ruleTypes.get('threshold');

/** Ids of the events that a rule with this query finds. */
async function found(query: string, language: 'lucene' | 'kuery' = 'lucene', exceptions: string[] = []) {
  const rule = {
    index: { title: INDEX, timeField: '@timestamp' },
    language,
    query,
    filters: [],
    exceptions: exceptions.map((text) => ({ query: text })),
    params: {},
  };
  const prepared = await prepareRule(rule, type, lists, 0);
  return idsOf(prepared.query);
}

async function idsOf(query: Record<string, unknown>): Promise<string[]> {
  const { hits } = await search.search({ index: INDEX, body: { size: 1_000, query, sort: ['n', 'name'] } });
  return hits.hits.map(({ _id }) => _id);
}

beforeAll(async () => {
  const mappings = {
    properties: {
      n: { type: 'keyword' },
      name: { type: 'keyword' },
      ip: { type: 'ip' },
      '@timestamp': { type: 'date' },
    },
  };
  await client.indices.create({ index: INDEX, body: { settings: { number_of_replicas: 0 }, mappings } });
  const ips = ['10.1.2.3', '192.0.2.7', '2001:db8::1'];
  const documents = ['1', '2', '3', undefined].flatMap((n, i) =>
    ['ann', 'bob', 'cid'].map((name, j) => ({
      n,
      name,
      ip: ips[(i + j) % 3],
      '@timestamp': 1_768_478_400_000,
    })),
  );
  await client.bulk({
    refresh: true,
    body: documents.flatMap((document, id) => [{ index: { _index: INDEX, _id: String(id) } }, document]),
  });
});

afterAll(() => client.indices.delete({ index: INDEX }));

describe('value lists in Lucene queries', () => {
  const leaf = fc.constantFrom(
    'n:"@low"',
    'name:"@names"',
    'n:"@none"',
    'n:1',
    'name:cid',
    'name:(ann OR bob)',
    '*:*',
  );
  const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc
        .tuple(
          tie('query'),
          fc.constantFrom(' AND ', ' OR ', ' ', ' AND NOT ', ' OR NOT ', ' -', ' +'),
          tie('query'),
        )
        .map(([a, join, b]) => (/[-+T] ?$/.test(join) ? `${a}${join}(${b})` : `${a}${join}${b}`)),
      tie('query').map((inner) => `(${inner})`),
      tie('query').map((inner) => `NOT (${inner})`),
    ),
  })).query;

  it('find what the same query finds with the entries written out', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const written = text
          .replace(/"@low"/g, '(1 OR 2)')
          .replace(/"@names"/g, '(ann OR bob)')
          .replace(/"@none"/g, 'nothing');
        const plain = await idsOf({ query_string: { query: written, analyze_wildcard: true } });
        expect(await found(text)).toEqual(plain);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['lucene' as const, 'ip:"@nets"', 'ip:("10.0.0.0/8" OR "2001:db8::1")'],
    ['lucene' as const, 'ip:"@addresses"', 'ip:"10.0.0.0/8"'],
    [
      'kuery' as const,
      'ip: "@nets" and not name: "@names"',
      'ip:("10.0.0.0/8" OR "2001:db8::1") AND name:cid',
    ],
    ['kuery' as const, 'ip: (192.0.2.7 or "@private")', 'ip:("10.0.0.0/8" OR "192.0.2.7")'],
  ])('%s: %s', async (language, text, plain) => {
    const expected = await idsOf({ query_string: { query: plain } });
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(text, language)).toEqual(expected);
  });
});

describe('exceptions', () => {
  it('take away what they match, in the language of the rule', async () => {
    expect(await found('name: *', 'kuery', ['name: ann', 'n: 1'])).toEqual(
      await idsOf({ query_string: { query: 'name:(bob OR cid) AND NOT n:1' } }),
    );
  });
});

describe('looking a query over', () => {
  const parts = { lists, declaredFields: () => [] };
  const problems = async (query: string) => {
    const body = { query, language: 'lucene' as const, index: { title: INDEX, timeField: '@timestamp' } };
    return (await lintRuleQuery(parts, body, search)).problems.map(
      ({ code, message }) => `${code}: ${message}`,
    );
  };

  it.each([
    ['name:ann', []],
    ['name:dora', []],
    [
      'name:Ann AND n:1',
      ['wrong_case: No event has "Ann" in name, but some have "ann": upper and lower case count.'],
    ],
    ['nam:ann', ['unknown_field: There is no field nam in these indices. Did you mean name?']],
  ])('%s', async (query, expected) => {
    expect(await problems(query)).toEqual(expected);
  });
});

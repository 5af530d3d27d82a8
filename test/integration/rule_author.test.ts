import { Client } from '@opensearch-project/opensearch';
import type { RuleInput } from '../../common/rule';
import { createSampleMatcher } from '../../server/adapters/opensearch/sample_matcher';
import { createSearch } from '../../server/adapters/opensearch/search';
import { previewRule } from '../../server/core/detect/author/preview_rule';
import { suggestValues } from '../../server/core/detect/author/suggest_values';
import { ruleTypes } from '../../server/core/detect/rule_types';
import { createRuleValidator } from '../../server/core/detect/validate_rule';
import { fakeClock } from '../fakes/clock';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const search = createSearch(client);
const INDEX = `siem-author-${Date.now()}`;
const NOON = Date.parse('2026-01-15T12:00:00Z');
const clock = fakeClock(NOON);
const lists = { get: async () => undefined };
const samples = createSampleMatcher(client, () => Date.now());
const validate = createRuleValidator({ ruleTypes, lists, clock, samples, declaredFields: () => [] });
const parts = { ruleTypes, lists, clock, validate };

const rule = (changes: Partial<RuleInput> = {}): RuleInput => ({
  name: 'Failed logins',
  type: 'match',
  enabled: true,
  index: { title: INDEX, timeField: '@timestamp' },
  query: 'outcome:failure',
  filters: [],
  params: { groupBy: ['user.name'] },
  interval: '5m',
  severity: 'high',
  channels: [],
  ...changes,
});

beforeAll(async () => {
  const mappings = {
    properties: {
      '@timestamp': { type: 'date' },
      outcome: { type: 'keyword' },
      user: { properties: { name: { type: 'keyword' } } },
    },
  };
  await client.indices.create({ index: INDEX, body: { settings: { number_of_replicas: 0 }, mappings } });
  const event = (time: string, name: string, outcome: string) => ({
    '@timestamp': `2026-01-15T${time}Z`,
    user: { name },
    outcome,
  });
  const events = [
    event('09:01:00', 'alice', 'failure'),
    event('09:02:00', 'alice', 'failure'),
    event('11:31:00', 'alice', 'failure'),
    event('11:32:00', 'bob', 'failure'),
    event('11:33:00', 'carol', 'success'),
  ];
  await client.bulk({ refresh: true, body: events.flatMap((each) => [{ index: { _index: INDEX } }, each]) });
});

afterAll(() => client.indices.delete({ index: INDEX }));

describe('previewing a rule', () => {
  it('tells which alerts it would have made, for whom, and shows the events', async () => {
    const preview = await previewRule(
      parts,
      { rule: rule(), period: '24h' },
      search,
      new AbortController().signal,
    );
    expect(preview).toMatchObject({ groups: 2, matching: { count: 4, more: false }, warnings: [] });
    expect(preview.alerts).toMatchObject({
      total: 3,
      perDay: 3,
      groups: [
        { group: 'user.name=alice', alerts: 2 },
        { group: 'user.name=bob', alerts: 1 },
      ],
    });
    expect(preview.series.map(({ group, points }) => [group, points.map(({ value }) => value)])).toEqual([
      ['user.name=alice', [2, 1]],
      ['user.name=bob', [1]],
    ]);
    expect(preview.events[0]).toMatchObject({ user: { name: 'bob' } });
    expect(preview.tookPerRun).toBeGreaterThan(0);
  });

  it('fails as saving would', async () => {
    const wrong = previewRule(
      parts,
      { rule: rule({ query: 'outcom:failure' }), period: '1h' },
      search,
      new AbortController().signal,
    );
    await expect(wrong).rejects.toMatchObject({
      code: 'query_invalid',
      message: expect.stringMatching(/no field outcom/),
    });
  });
});

describe('samples kept with a rule', () => {
  const sample = (expect: 'hit' | 'miss', outcome: string) => ({
    name: `a ${outcome}`,
    expect,
    event: { outcome },
  });

  it('are matched with the mapping of the real events', async () => {
    const good = [sample('hit', 'failure'), sample('miss', 'success'), sample('miss', 'some failure')];
    await expect(validate(rule({ samples: good }), search)).resolves.toBeDefined();
  });

  it('stop a rule that no longer finds what it must', async () => {
    const bad = [sample('hit', 'failure'), sample('hit', 'success'), sample('miss', 'failure')];
    await expect(validate(rule({ samples: bad }), search)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(
        /^samples\.1: "a success" must be found, and is not; samples\.2: "a failure" must not/,
      ),
    });
  });

  it('leave no index behind', async () => {
    const { body } = await client.indices.get({ index: 'siem-samples-*', expand_wildcards: 'all' } as never);
    expect(Object.keys(body as object)).toEqual([]);
  });
});

describe('suggesting values', () => {
  const query = { pattern: INDEX, field: 'user.name', timeField: '@timestamp', fieldType: 'keyword' };
  it.each([
    ['', ['alice', 'bob', 'carol']],
    ['C', ['carol']],
  ])('that begin with "%s"', async (start, values) => {
    const answer = await suggestValues({ ...query, ...(start && { start }) }, { search, now: NOON });
    expect(answer.values.map(({ value }) => value)).toEqual(values);
  });
});

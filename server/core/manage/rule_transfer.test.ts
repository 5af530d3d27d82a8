import type { RuleInput } from '../../../common/rule';
import type { RuleBulkBody } from '../../../common/rule_transfer';
import { fakeManagedObjects } from '../../../test/fakes/managed_objects';
import { SiemError } from '../errors';
import type { Search } from '../ports';
import { changeRules } from './rule_bulk';
import { exportRules, importRules } from './rule_transfer';
import { createRuleService, type StoredRule } from './rules';

const actor = { name: 'alice', roles: [], authenticated: true };
const search = {} as Search;
const input = (changes: Partial<RuleInput> = {}): RuleInput => ({
  name: 'Root was used',
  type: 'match',
  enabled: true,
  index: { title: 'siem-logs-cloudtrail-*', timeField: '@timestamp' },
  query: 'user.name:root',
  filters: [],
  params: { window: '5m', groupBy: ['cloud.account.id'] },
  interval: '5m',
  severity: 'high',
  channels: ['c1'],
  ...changes,
});

function installation(channels: Array<{ id: string; name: string }>) {
  let ids = 0;
  const objects = fakeManagedObjects<StoredRule>();
  const rules = createRuleService({
    objects,
    newId: () => `r${++ids}`,
    status: async () => undefined,
    summary: () => '',
    async validate(rule) {
      if (rule.query.includes('('))
        throw new SiemError('query_invalid', 'query: at character 1: never closed');
      return { ...rule, index: { ...rule.index, fieldTypes: { 'user.name': 'keyword' } } };
    },
    forget: async () => undefined,
    feed: { last: async () => 7 },
  });
  return { rules, channels: { list: async () => channels }, tamper: objects.tamper };
}

const here = () => installation([{ id: 'c1', name: 'On call' }]);
const exported = async ({ rules, channels }: Pick<ReturnType<typeof installation>, 'rules' | 'channels'>) =>
  exportRules(await rules.list(), channels);

describe('export and import of rules', () => {
  it('is one object a line with its keys in order, channels by name, without states and notes of the server', async () => {
    const { rules, channels } = here();
    await rules.create(input(), actor, search, 'b');
    await rules.create(input({ name: 'Other', channels: [] }), actor, search, 'a');
    expect(await exported({ rules, channels })).toBe(
      `{"channels":[],"enabled":true,"filters":[],"id":"a","index":{"timeField":"@timestamp","title":"siem-logs-cloudtrail-*"},"interval":"5m","name":"Other","params":{"groupBy":["cloud.account.id"],"window":"5m"},"query":"user.name:root","severity":"high","type":"match"}
{"channels":["On call"],"enabled":true,"filters":[],"id":"b","index":{"timeField":"@timestamp","title":"siem-logs-cloudtrail-*"},"interval":"5m","name":"Root was used","params":{"groupBy":["cloud.account.id"],"window":"5m"},"query":"user.name:root","severity":"high","type":"match"}
`,
    );
  });

  it('makes the same rules elsewhere, with the channels of that place, and nothing when done again', async () => {
    const one = here();
    await one.rules.create(input(), actor, search, 'b');
    const other = installation([{ id: 'x9', name: 'On call' }]);
    const ndjson = await exported(one);
    const run = () => importRules(other, { ndjson, dryRun: false }, actor, search);
    expect((await run()).results).toEqual([{ line: 1, id: 'b', name: 'Root was used', outcome: 'created' }]);
    expect((await other.rules.get('b')).channels).toEqual(['x9']);
    expect((await run()).results).toMatchObject([{ outcome: 'unchanged' }]);
    expect((await other.rules.get('b')).version).toBe(1);
    expect(await exported(other)).toBe(ndjson);
  });

  it('changes what differs, and only says so in a dry run', async () => {
    const place = here();
    await place.rules.create(input(), actor, search, 'b');
    const ndjson = (await exported(place)).replace('"high"', '"low"');
    const run = (dryRun: boolean) => importRules(place, { ndjson, dryRun }, actor, search);
    expect((await run(true)).results).toMatchObject([{ outcome: 'updated' }]);
    expect((await place.rules.get('b')).severity).toBe('high');
    await run(false);
    expect(await place.rules.get('b')).toMatchObject({ severity: 'low', version: 2 });
  });

  it('makes rules run again that were changed outside, also where they say the same', async () => {
    const place = here();
    await place.rules.create(input(), actor, search, 'b');
    const ndjson = await exported(place);
    place.tamper('b');
    const { results } = await importRules(place, { ndjson, dryRun: false }, actor, search);
    expect(results).toMatchObject([{ outcome: 'updated' }]);
    expect((await place.rules.runnable()).map(({ id }) => id)).toEqual(['b']);
  });

  it('names the lines that fail and makes the others', async () => {
    const place = here();
    const line = (changes: Partial<RuleInput> & { id?: string; nmae?: string }) =>
      JSON.stringify({ ...input(), ...changes });
    const lines = [
      'no json',
      '',
      line({ id: 'ok', channels: ['On call', 'Gone'] }),
      line({ nmae: 'x' }),
      line({ id: 'a b' }),
      line({ query: '(' }),
    ];
    const { results } = await importRules(place, { ndjson: lines.join('\n'), dryRun: false }, actor, search);
    expect(results).toEqual([
      { line: 1, outcome: 'failed', message: 'This line is not JSON.' },
      {
        line: 3,
        id: 'ok',
        name: 'Root was used',
        outcome: 'created',
        message: 'Without the channels that are not here: Gone.',
      },
      { line: 4, outcome: 'failed', message: expect.stringMatching(/^nmae: is not known here/) },
      { line: 5, outcome: 'failed', message: expect.stringMatching(/^id: must be/) },
      { line: 6, outcome: 'failed', message: 'query: at character 1: never closed' },
    ]);
    expect((await place.rules.list()).map(({ id }) => id)).toEqual(['ok']);
  });
});

describe('changing several rules', () => {
  it.each([
    [{ action: 'disable' as const }, { enabled: false }],
    [
      { action: 'snooze' as const, until: '2030-01-01T00:00:00.000Z' },
      { snoozedUntil: '2030-01-01T00:00:00.000Z' },
    ],
    [{ action: 'add_tags' as const, tags: ['aws', 'iam'] }, { tags: ['iam', 'aws'] }],
    [{ action: 'remove_tags' as const, tags: ['iam'] }, { tags: [] }],
    [{ action: 'set_severity' as const, severity: 'low' }, { severity: 'low' }],
  ])('%j', async (change, expected) => {
    const { rules } = here();
    await rules.create(input({ tags: ['iam'] }), actor, search, 'a');
    const { results } = await changeRules(rules, { ids: ['a', 'gone'], ...change }, actor, search);
    expect(results).toEqual([
      { id: 'a', name: 'Root was used' },
      { id: 'gone', error: expect.any(String) },
    ]);
    expect(await rules.get('a')).toMatchObject(expected);
  });

  it('leaves a rule that no longer passes its check as it was', async () => {
    const { rules } = here();
    await rules.create(input(), actor, search, 'a');
    await expect(
      changeRules(rules, { ids: ['a'], action: 'set_severity', severity: 'worst' }, actor, search),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await rules.get('a')).severity).toBe('high');
  });

  it('makes no rule run that was changed outside, but deletes it', async () => {
    const { rules, tamper } = here();
    await rules.create(input(), actor, search, 'a');
    tamper('a');
    const change = (body: RuleBulkBody) => changeRules(rules, body, actor, search);
    const { results } = await change({ ids: ['a'], action: 'add_tags', tags: ['iam'] });
    expect(results).toEqual([
      { id: 'a', name: 'Root was used', error: expect.stringMatching(/^This rule was changed outside SIEM/) },
    ]);
    expect((await rules.get('a')).status.state).toBe('changed_outside');
    expect(await change({ ids: ['a'], action: 'delete' })).toEqual({
      results: [{ id: 'a', name: 'Root was used' }],
    });
  });

  it('deletes', async () => {
    const { rules } = here();
    await rules.create(input(), actor, search, 'a');
    await changeRules(rules, { ids: ['a'], action: 'delete' }, actor, search);
    expect(await rules.list()).toEqual([]);
  });
});

import { fakeClock } from '../../../test/fakes/clock';
import type { RunnableRule } from '../manage/rules';
import type { ValueList } from '../ports';
import { createPreparedRules } from './prepared_rules';
import { ruleTypes } from './rule_types';

const MINUTE = 60_000;
const rule: RunnableRule = {
  id: 'r1',
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  name: 'Rule',
  type: 'match',
  enabled: true,
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  query: 'user.name:alice',
  filters: [],
  params: {},
  interval: '5m',
  severity: 'high',
  channels: [],
};

function setUp() {
  const clock = fakeClock();
  const lists = new Map<string, ValueList>();
  const prepare = createPreparedRules({ lists: { get: async (name) => lists.get(name) }, clock });
  return { clock, lists, prepared: (changed: RunnableRule) => prepare(changed, ruleTypes.get(changed.type)) };
}

describe('prepared rules', () => {
  it('are kept while the rule is the same', async () => {
    const { prepared } = setUp();
    expect(await prepared({ ...rule })).toBe(await prepared({ ...rule }));
  });

  it('are made anew where the rule was changed, or deleted and made again with another query', async () => {
    const { prepared } = setUp();
    const queryOf = async (changes: Partial<RunnableRule>) =>
      JSON.stringify((await prepared({ ...rule, ...changes })).query);
    expect(await queryOf({})).toContain('alice');
    expect(await queryOf({ query: 'user.name:bob', version: 2 })).toContain('bob');
    expect(
      await queryOf({ query: 'user.name:carol', version: 2, createdAt: '2026-01-02T00:00:00.000Z' }),
    ).toContain('carol');
  });

  it('are made anew when an exception ends, or a list of theirs is another', async () => {
    const { clock, lists, prepared } = setUp();
    lists.set('staff', { name: 'staff', kind: 'text', revision: '1', entries: ['alice'] });
    const expiresAt = new Date(clock.now() + MINUTE).toISOString();
    const changes = { query: 'user.name:"@staff"', exceptions: [{ query: 'user.name:dora', expiresAt }] };
    const queryNow = async () => JSON.stringify((await prepared({ ...rule, ...changes })).query);
    expect(await queryNow()).toContain('dora');
    await clock.advance(MINUTE);
    expect(await queryNow()).not.toContain('dora');
    lists.set('staff', { name: 'staff', kind: 'text', revision: '2', entries: ['erin'] });
    expect(await queryNow()).toContain('erin');
  });
});

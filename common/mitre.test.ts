import { TACTICS, TECHNIQUES } from './mitre';
import { RuleInput } from './rule';

const rule = {
  name: 'x',
  type: 'match',
  enabled: true,
  index: { title: 'a', timeField: 'b' },
  query: '',
  filters: [],
  params: {},
  interval: '5m',
  severity: 'low',
  channels: [],
};

it('has all tactics, each with techniques, ids that rules take, and each technique once', () => {
  expect(TACTICS).toHaveLength(14);
  for (const { id } of TACTICS) expect(TECHNIQUES.some(({ tactics }) => tactics.includes(id))).toBe(true);
  expect(new Set(TECHNIQUES.map(({ id }) => id)).size).toBe(TECHNIQUES.length);
  for (const { id: technique, name, tactics } of TECHNIQUES) {
    expect(name).not.toBe('');
    const threats = tactics.map((tactic) => ({ tactic, technique }));
    expect(RuleInput.is({ ...rule, threats })).toBe(true);
    for (const tactic of tactics) expect(TACTICS.map(({ id }) => id)).toContain(tactic);
  }
});

import { isRight } from 'fp-ts/lib/Either';
import { TACTICS, TECHNIQUES } from '../../../../common/mitre';
import { RuleInput, type Threat } from '../../../../common/rule';
import { starterRules } from './starter_rules';

const rules = starterRules()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, unknown>);

it('hands out rules that an import takes, each with an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id: _id, ...input } of rules) expect(isRight(RuleInput.decode(input))).toBe(true);
});

it('names tactics and techniques of MITRE ATT&CK that we know, the technique as one of the tactic’s', () => {
  for (const { threats } of rules) {
    expect(threats).not.toEqual([]);
    for (const { tactic, technique } of threats as Threat[]) {
      expect(TACTICS.map(({ id }) => id)).toContain(tactic);
      expect(TECHNIQUES.find(({ id }) => id === technique)?.tactics).toContain(tactic);
    }
  }
});

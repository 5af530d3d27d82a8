import { isRight } from 'fp-ts/lib/Either';
import { RuleInput } from '../../../../common/rule';
import { starterRules } from './starter_rules';

it('hands out rules that an import takes, each with an id of its own', () => {
  const lines = starterRules().trim().split('\n');
  const rules = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id: _id, ...input } of rules) expect(isRight(RuleInput.decode(input))).toBe(true);
});

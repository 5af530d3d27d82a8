import { ruleTypes } from '../../server/core/detect/rule_types';
import { createRuleValidator } from '../../server/core/detect/validate_rule';
import { fakeClock } from '../fakes/clock';
import { countOf, lists, openWorld, thresholdRule } from './detect_setup';

describe('validating a rule', () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld('validate');
  });
  const validate = createRuleValidator({
    ruleTypes,
    lists,
    clock: fakeClock(0),
    samples: { matches: async () => [] },
    declaredFields: () => [],
  });
  const problemOf = (changes: Parameters<typeof thresholdRule>[2]) => {
    const { id: _id, version: _version, ...input } = thresholdRule('x', world.title, changes);
    return validate(input, world.search).then(
      () => undefined,
      (error: Error) => error.message,
    );
  };

  it.each([
    [{}, undefined],
    [{ query: 'user.name:alice AND NOT source.ip:"10.0.0.0/8"' }, undefined],
    [{ query: 'user.name:(' }, /^query: at character 11: This parenthesis is never closed/],
    [{ interval: '2m' }, /^interval: 2m must go into/],
    [{ interval: '10m' }, /^interval: 10m must go into/],
    [{ interval: '5s' }, /^interval: 5s is too short/],
    [{ params: { ...countOf('>=', 1), window: '1d' }, interval: '5m' }, /at least a 60th/],
    [{ params: { conditions: [{ limit: 'many' }] } }, /^params\.conditions\.0\.limit: must be a number/],
    [{ params: { limt: 3 } }, /^params\.limt: is not known here/],
    [{ params: {} }, undefined],
    [
      { params: { ...countOf('>=', 1), window: '5m', groupBy: ['note'] } },
      /^params\.groupBy: note is of the type text/,
    ],
    [
      { index: { title: 'siem-logs-test-*', timeField: 'user.name' } },
      /^index\.timeField: user\.name is of the type keyword/,
    ],
    [{ type: 'nothing' }, /There is no rule type "nothing"/],
  ])('%j', async (changes, problem) => {
    const outcome = await problemOf(changes);
    if (problem) expect(outcome).toMatch(problem);
    else expect(outcome).toBeUndefined();
  });

  it('tells what to do about a query of more parts than OpenSearch takes', async () => {
    const query = Array.from({ length: 1_100 }, (_, n) => `user.name:u${n}`).join(' OR ');
    expect(await problemOf({ query })).toMatch(/^query: The query has more parts .* on a list/);
  });
});

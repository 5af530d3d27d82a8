import type { DescribeBody } from '../../../../common/rule_description';
import { fakeClock } from '../../../../test/fakes/clock';
import { ruleTypes } from '../rule_types';
import { describeRule } from './describe_rule';

const parts = { ruleTypes, clock: fakeClock(Date.parse('2026-01-15T12:00:00Z')) };

const describeWith = (changes: Partial<DescribeBody> = {}) =>
  describeRule(parts, {
    type: 'threshold',
    index: { title: 'siem-logs-*', timeField: '@timestamp' },
    query: 'type:elblogs',
    interval: '5m',
    params: {},
    ...changes,
  });

describe('describeRule', () => {
  it('says in a sentence what a whole rule does', () => {
    expect(describeWith()).toEqual({
      summary: expect.stringMatching(/^Every 5m, .*type:elblogs.*at least 10\.$/),
      runs: [],
      problems: [],
    });
  });

  it('names the next three times of a cron line', () => {
    expect(describeWith({ cron: '*/30 * * * *' }).runs).toEqual([
      '2026-01-15T12:30:00.000Z',
      '2026-01-15T13:00:00.000Z',
      '2026-01-15T13:30:00.000Z',
    ]);
  });

  it('says of a rule with a cron line that it runs at its times, not at each interval', () => {
    const { summary } = describeWith({ cron: '*/30 * * * *' });
    expect(summary).toMatch(/^At the times of the cron line "\*\/30 \* \* \* \*", takes /);
  });

  it.each([
    ['a cron line that cannot be read', { cron: '* *' }, /^cron: must have five fields/],
    ['no interval yet', { interval: '' }, /^interval: /],
    ['an interval that does not go into the window', { interval: '3m' }, /^interval: 3m must go into/],
    [
      'an interval too short for the window, in one sentence',
      { interval: '1s' },
      /^interval: .*; the shortest is 10s\.$/,
    ],
    ['params that are missing', { type: 'sequence' }, /^params\.\w+/],
  ])('says what is wrong with %s', (_case, changes, problem) => {
    const { summary, problems } = describeWith(changes);
    expect(summary).toBeUndefined();
    expect(problems[0]).toMatch(problem);
  });
});

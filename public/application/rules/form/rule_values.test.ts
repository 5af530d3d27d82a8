import type { RuleTypeDeclaration } from '../../../../common/kinds';
import { initialRule, ruleOf, validateRule } from './rule_values';

const type: RuleTypeDeclaration = {
  id: 'match',
  title: 'Match',
  description: '',
  docsUrl: '',
  fields: [{ name: 'groupBy', type: 'event_fields', label: 'For each', default: [], maxItems: 3 }],
};
const index = { title: 'logs-*', timeField: '@timestamp' };

describe('initialRule', () => {
  it('takes over what was searched for, in its language', () => {
    const draft = {
      query: 'user.name : root',
      language: 'kuery' as const,
      timeZone: 'Europe/Berlin',
      filters: [],
      indexPattern: index,
      time: { from: 'now-1h', to: 'now' },
    };
    expect(initialRule(undefined, draft, type)).toMatchObject({
      query: 'user.name : root',
      language: 'kuery',
      timeZone: 'Europe/Berlin',
      index,
      params: { groupBy: [] },
    });
  });
});

describe('ruleOf', () => {
  const values = { ...initialRule(undefined, undefined, type), name: 'Root' };

  it('leaves out what was emptied, and keeps an empty query', () => {
    const rule = ruleOf({
      ...values,
      quietFor: '',
      description: '',
      tags: [],
      samples: [],
      threats: [],
      exceptions: [{ query: 'a:b', comment: '', expiresAt: undefined }],
    });
    expect(rule).toEqual({ ...values, exceptions: [{ query: 'a:b' }] });
    expect(validateRule(rule, type)).toEqual({});
  });

  it('names an exception without a query, and a sample that is no event, by their places', () => {
    const event = '{' as unknown as Record<string, unknown>;
    const rule = {
      ...values,
      exceptions: [{ query: '' }],
      samples: [{ name: 'x', expect: 'hit' as const, event }],
    };
    expect(Object.keys(validateRule(rule, type))).toEqual(
      expect.arrayContaining(['exceptions.0.query', 'samples.0.event']),
    );
  });
});

import { defaultsOf, fieldsCodec, type FieldValues } from '../../../../common/field';
import { ruleTypes } from '.';

const rule = {
  query: 'type:elblogs',
  index: { title: 'siem-logs-*', timeField: '@timestamp' },
  interval: '1m',
};

/** As a form sends them. */
function paramsOf(id: string, changes: FieldValues): FieldValues {
  const decoded = fieldsCodec(ruleTypes.get(id).fields).decode(changes);
  if (decoded._tag === 'Left') throw new Error(decoded.left.map(({ message }) => message).join());
  return decoded.right;
}

const TWO_STEPS = { steps: ['a', 'b'].map((name) => ({ name, query: name })), groupBy: ['user.name'] };

describe('a rule type', () => {
  it.each([
    [
      'match',
      {},
      'Every 1m, looks for events that match "type:elblogs" in siem-logs-* and alerts when there is any.',
    ],
    [
      'threshold',
      { groupBy: ['source.ip'] },
      'Every 1m, takes the events that match "type:elblogs" in siem-logs-* within 5m for the same source.ip, and alerts when their number is at least 10.',
    ],
    [
      'threshold',
      {
        conditions: [
          { metric: 'percentile', field: 'event.duration', operator: 'between', limit: 1_000, upTo: 2_000 },
          { metric: 'cardinality', field: 'user.name', operator: '<', limit: 3 },
        ],
        join: 'or',
      },
      'Every 1m, takes the events that match "type:elblogs" in siem-logs-* within 5m, and alerts when the percentile 95 of event.duration is between 1,000 and 2,000 or the number of different values of user.name is less than 3.',
    ],
    [
      'ratio',
      { part: 'event.outcome:failure' },
      'Every 1m, takes the events that match "type:elblogs" in siem-logs-* within 5m, and alerts when of at least 100 of them at least 50 % match "event.outcome:failure".',
    ],
    [
      'ip_list',
      { mode: 'outside', lists: ['partners'], addresses: ['@private'], groupBy: ['user.name'] },
      'Every 1m, looks at the events that match "type:elblogs" in siem-logs-* and alerts when source.ip is not on partners or the addresses given, once for each user.name.',
    ],
    [
      'indicator',
      { lists: ['bad_ips'] },
      'Every 1m, looks at the events that match "type:elblogs" in siem-logs-* and alerts for each value when one was marked at ingest as an indicator match or holds a value of bad_ips.',
    ],
  ])('%s says in a sentence what it does', (id, changes, sentence) => {
    expect(ruleTypes.get(id).summary(rule, paramsOf(id, changes))).toBe(sentence);
  });

  it.each([
    ['threshold', { conditions: [{ operator: 'between', limit: 5, upTo: 3 }] }, 'params.conditions.0.upTo'],
    ['ratio', {}, 'params.part'],
    ['ip_list', {}, 'params.lists'],
    ['ip_list', { addresses: ['10.0.0.0/8', '10.0.0.300'] }, 'params.addresses: "10.0.0.300"'],
    ['ip_list', { fields: [], addresses: ['@private'] }, 'params.fields'],
    ['indicator', { marked: false }, 'params.lists'],
    ['new_terms', { fields: ['a'], history: 1, minHistory: 0 }, 'interval: 2d is longer than the day'],
    ['sequence', { ...TWO_STEPS, within: '3d' }, 'interval: 2d must go into the 3d of the sequence'],
  ])('%s refuses %j every two days', (id, changes, place) => {
    expect(() => ruleTypes.get(id).check?.(paramsOf(id, changes), '2d')).toThrow(place);
  });

  it.each([
    ['threshold', { conditions: [{ operator: '<', limit: 5 }] }, '15m'],
    ['threshold', {}, undefined],
    ['ratio', { part: 'a', operator: 'between', limit: 5, upTo: 9, delay: '1h' }, '1h'],
    ['ratio', { part: 'a', operator: '>' }, undefined],
  ])('%s with %j waits for the whole window: %s', (id, changes, delay) => {
    expect(ruleTypes.get(id).judgedAfter?.(paramsOf(id, changes))).toBe(delay);
  });

  it.each(ruleTypes.all.map((type) => [type.id, type] as const))(
    '%s has examples that its form could send',
    (_id, type) => {
      expect(type.examples.length).toBeGreaterThanOrEqual(3);
      for (const { params, interval } of type.examples) {
        expect(fieldsCodec(type.fields).decode({ ...defaultsOf(type.fields), ...params })).toMatchObject({
          _tag: 'Right',
        });
        expect(() => type.check?.(params, interval)).not.toThrow();
      }
    },
  );
});

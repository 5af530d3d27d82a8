import {
  type Condition,
  conditionsHold,
  emptyValues,
  judgeBucket,
  metricsOf,
  needCompleteWindow,
  selectorOf,
} from './conditions';

const count = (operator: Condition['operator'], limit: number, upTo?: number): Condition => ({
  metric: 'count',
  operator,
  limit,
  ...(upTo !== undefined && { upTo }),
});
const sum = (operator: Condition['operator'], limit: number): Condition => ({
  metric: 'sum',
  field: 'source.bytes',
  operator,
  limit,
});

describe('conditions', () => {
  it.each([
    [count('>=', 5), 5, true],
    [count('>', 5), 5, false],
    [count('<=', 5), 5, true],
    [count('<', 5), 5, false],
    [count('between', 3, 5), 5, true],
    [count('between', 3, 5), 3, true],
    [count('between', 3, 5), 6, false],
    [sum('<', 5), null, false],
    [sum('<', 5), -1, true],
  ])('%j of %s: %s', (condition, value, fired) => {
    expect(judgeBucket({ conditions: [condition], join: 'and' }, { values: { c0: value } }).fired).toBe(
      fired,
    );
  });

  it('hold together or one by one, and name those that hold', () => {
    const conditions = [count('>=', 5), sum('>', 1_000)];
    const values = { c0: 2, c1: 1_200.5 };
    expect(judgeBucket({ conditions, join: 'and' }, { values }).fired).toBe(false);
    expect(conditionsHold({ conditions, join: 'and' }, values)).toBe(false);
    expect(conditionsHold({ conditions, join: 'or' }, values)).toBe(true);
    expect(judgeBucket({ conditions, join: 'or' }, { values })).toEqual({
      fired: true,
      value: 1_200.5,
      condition: conditions[1],
      found: '1,200.5 as the sum of source.bytes',
      wanted: 'more than 1,000',
    });
    expect(judgeBucket({ conditions, join: 'and' }, { values: { c0: 5, c1: 1_200 } })).toMatchObject({
      fired: true,
      value: 5,
      found: '5 events and 1,200 as the sum of source.bytes',
      wanted: 'at least 5 and more than 1,000',
    });
  });

  it('wait for the whole window where further events could end them', () => {
    expect(needCompleteWindow([count('>=', 5), sum('>', 1)])).toBe(false);
    for (const operator of ['<', '<=', 'between'] as const) {
      expect(needCompleteWindow([count('>=', 5), count(operator, 1)])).toBe(true);
    }
  });

  it('take no events for none, and no value for nothing', () => {
    expect(emptyValues([count('<', 1), sum('<', 1)])).toEqual({ c0: 0, c1: null });
  });

  it('are sent as a script whose text does not depend on the limits, so that it is compiled once', () => {
    const scriptOf = (limit: number) =>
      selectorOf({ conditions: [count('>=', limit), sum('>', limit)], join: 'or' });
    expect(scriptOf(7).script).toBe(scriptOf(8).script);
    expect(scriptOf(7).parameters).toMatchObject({ c0_from: 7, c1_from: 7 });
  });

  it('count different values exactly as far as the limit asks', () => {
    const condition: Condition = { metric: 'cardinality', field: 'user.name', operator: '>', limit: 5_000 };
    expect(metricsOf([condition]).c0?.aggregation).toEqual({
      cardinality: { field: 'user.name', precision_threshold: 5_000 },
    });
  });
});

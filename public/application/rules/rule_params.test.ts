import fc from 'fast-check';
import type { RuleView } from '../../../common/rule';
import { marksOf } from './rule_marks';
import { isFiltered, joinParts, pageOf, partsOf, RULE_PARAMS, rulesThatFit, sortRules } from './rule_params';

const NOW = Date.parse('2026-03-04T05:00:00.000Z');

function rule(id: string, changes: Partial<RuleView> = {}): RuleView {
  return {
    id,
    name: `Rule ${id}`,
    type: 'threshold',
    enabled: true,
    index: { title: 'siem-logs-*', timeField: '@timestamp' },
    query: 'type:vpcflow',
    filters: [],
    params: {},
    interval: '1m',
    severity: 'medium',
    channels: [],
    version: 1,
    summary: 'More than 5 events within 5 minutes.',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'ann',
    status: { state: 'ok' },
    ...changes,
  };
}

const RULES = [
  rule('a', { tags: ['net', 'prod'], severity: 'high', threats: [{ tactic: 'TA0043' }] }),
  rule('b', {
    type: 'match',
    status: { state: 'failing', gaps: [{ from: '', to: '', reason: '' }], lastRunAt: '2026-03-04T04:00:00Z' },
  }),
  rule('c', { enabled: false, status: { state: 'failing', warnings: ['x'] }, severity: 'critical' }),
  rule('d', { snoozedUntil: '2026-03-04T06:00:00.000Z', testMode: true, severity: 'low', tags: ['net'] }),
  rule('e', {
    snoozedUntil: '2026-03-04T04:00:00.000Z',
    enabled: false,
    status: { state: 'changed_outside' },
  }),
];
const ids = (rules: RuleView[]) => rules.map(({ id }) => id).join('');
const fitting = (changes: Partial<typeof RULE_PARAMS>) =>
  ids(rulesThatFit(RULES, { ...RULE_PARAMS, ...changes }, NOW));

describe('marks of a rule', () => {
  it.each([
    ['a', ['ok']],
    ['b', ['failing', 'gaps']],
    ['c', ['disabled']],
    ['d', ['ok', 'snoozed', 'test']],
    ['e', ['changed_outside']],
  ])('%s: %j', (id, marks) => {
    expect(marksOf(RULES.find((each) => each.id === id) as RuleView, NOW)).toEqual(marks);
  });
});

describe('a parameter that is a list', () => {
  it('gives back its parts, whatever is in them', () => {
    const part = fc.string({ minLength: 1, unit: fc.oneof(fc.constantFrom(...'%,25Ca'), fc.string()) });
    fc.assert(
      fc.property(fc.array(part.filter(Boolean)), (parts) => {
        expect(partsOf(joinParts(parts))).toEqual(parts);
      }),
    );
  });

  it('finds rules by a tag with a comma, and by that tag only', () => {
    const rules = [rule('x', { tags: ['prod, eu'] }), rule('y', { tags: ['prod'] }), rule('z')];
    const shownFor = (tags: string[]) =>
      ids(rulesThatFit(rules, { ...RULE_PARAMS, tag: joinParts(tags) }, NOW));
    expect([['prod, eu'], ['prod'], ['prod, eu', 'prod']].map(shownFor)).toEqual(['x', 'y', 'xy']);
  });
});

describe('the list of rules', () => {
  it.each([
    [{}, 'abcde'],
    [{ state: 'failing' }, 'b'],
    [{ state: 'failing,changed_outside' }, 'be'],
    [{ state: 'snoozed' }, 'd'],
    [{ severity: 'high,critical' }, 'ac'],
    [{ type: 'match' }, 'b'],
    [{ tag: 'net' }, 'ad'],
    [{ tag: 'net', severity: 'low' }, 'd'],
    [{ tactic: 'TA0043' }, 'a'],
    [{ query: 'RULE b' }, 'b'],
    [{ query: 'prod vpcflow' }, 'a'],
    [{ query: 'ta0043' }, 'a'],
    [{ query: 'nowhere' }, ''],
  ])('shows for %j: %s', (changes, shown) => {
    expect(fitting(changes)).toBe(shown);
    expect(isFiltered({ ...RULE_PARAMS, ...changes })).toBe(Object.keys(changes).length > 0);
  });

  it.each([
    ['name', 'desc', 'edcba'],
    ['severity', 'desc', 'cabed'],
    ['state', 'desc', 'beadc'],
    ['lastRun', 'desc', 'bacde'],
    ['alerts', 'desc', 'dabce'],
    ['nonsense', 'asc', 'abcde'],
  ])('is sorted by %s %s: %s', (sort, order, sorted) => {
    expect(ids(sortRules(RULES, { sort, order }, new Map([['d', 3]])))).toBe(sorted);
  });

  it('shows the last page where a page beyond it is named, and the first where none is', () => {
    const items = Array.from({ length: 60 }, (_, index) => index);
    expect(pageOf(items, { page: '9', size: '25' })).toMatchObject({ pageIndex: 2, items: items.slice(50) });
    expect(pageOf(items, { page: 'x', size: '7' })).toMatchObject({ pageIndex: 0, pageSize: 25 });
    expect(pageOf([], { page: '1', size: '50' })).toEqual({ pageIndex: 0, pageSize: 50, items: [] });
  });
});

import * as fc from 'fast-check';
import { compileFilters } from '../../../../../server/core/detect/clauses';
import { filterLabel } from '../../../../services/filter_label';
import {
  EMPTY_FILTER,
  FILTER_KINDS,
  filterOf,
  formOf,
  isComplete,
  withMeta,
  type FilterForm,
} from './filter_model';

const form = (changes: Partial<FilterForm>): FilterForm => ({
  ...EMPTY_FILTER,
  field: 'user.name',
  ...changes,
});

describe('filterOf', () => {
  it.each<[Partial<FilterForm>, string, object]>([
    [{ values: ['root'] }, 'user.name: root', { match_phrase: { 'user.name': 'root' } }],
    [
      { kind: 'one_of', values: ['a', 'b'] },
      'user.name: a, b',
      {
        bool: {
          should: [{ match_phrase: { 'user.name': 'a' } }, { match_phrase: { 'user.name': 'b' } }],
          minimum_should_match: 1,
        },
      },
    ],
    [
      { kind: 'between', from: '5', to: '9' },
      'user.name: 5 – 9',
      { range: { 'user.name': { gte: '5', lt: '9' } } },
    ],
    [{ kind: 'exists' }, 'user.name: exists', { exists: { field: 'user.name' } }],
  ])('%j is shown as "%s"', (changes, label, clause) => {
    const filter = filterOf(form(changes));
    expect(filterLabel(filter)).toBe(label);
    expect(compileFilters([filter])).toEqual({ filter: [clause], must_not: [] });
    expect(compileFilters([withMeta(filter, { negate: true })])).toEqual({ filter: [], must_not: [clause] });
    expect(compileFilters([withMeta(filter, { disabled: true })])).toEqual({ filter: [], must_not: [] });
  });
});

describe('formOf', () => {
  const text = fc.string({ minLength: 1 });
  const forms = fc
    .record({
      field: text,
      kind: fc.constantFrom(...FILTER_KINDS),
      negate: fc.boolean(),
      disabled: fc.boolean(),
      texts: fc.array(text, { minLength: 1, maxLength: 3 }),
    })
    .map(({ kind, texts, ...rest }): FilterForm => {
      const [from = '', to = ''] = texts;
      const base = { ...EMPTY_FILTER, ...rest, kind };
      if (kind === 'exists') return base;
      if (kind === 'between') return { ...base, from, to };
      return { ...base, values: kind === 'is' ? [from] : texts };
    });

  it('finds again what was set', () => {
    fc.assert(fc.property(forms, (each) => expect(formOf(filterOf(each))).toEqual(each)));
  });

  it.each([
    ['query DSL', { meta: { type: 'custom', key: 'query' }, query: {} }],
    ['one with a name of its own', { meta: { alias: 'x', type: 'phrase', key: 'a', params: { query: 1 } } }],
    ['a range of another kind', { meta: { type: 'range', key: 'a', params: { gt: 1 } } }],
  ])('leaves %s as it is', (_case, filter) => expect(formOf(filter)).toBeUndefined());
});

it.each([
  [form({ field: '' }), false],
  [form({}), false],
  [form({ values: ['x'] }), true],
  [form({ kind: 'exists' }), true],
  [form({ kind: 'between' }), false],
  [form({ kind: 'between', to: '3' }), true],
])('%j is complete: %s', (each, expected) => expect(isComplete(each)).toBe(expected));

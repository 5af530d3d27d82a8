import type { RuleInput } from '../../../../../common/rule';

export type RuleFilter = RuleInput['filters'][number];

/** How a field is compared; each can be negated. */
export const FILTER_KINDS = ['is', 'one_of', 'between', 'exists'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** A filter as people set it. */
export interface FilterForm {
  field: string;
  kind: FilterKind;
  negate: boolean;
  disabled: boolean;
  /** One of `is`, several of `one_of`. */
  values: string[];
  /** Ends of `between`, of which one may be empty; the second is not included. */
  from: string;
  to: string;
}

export const EMPTY_FILTER: FilterForm = {
  field: '',
  kind: 'is',
  negate: false,
  disabled: false,
  values: [],
  from: '',
  to: '',
};

interface Meta {
  disabled?: boolean;
  negate?: boolean;
  alias?: string | null;
  key?: string;
  type?: string;
  params?: unknown;
}

/** The filter as OSD keeps it, so that it means the same in Discover. */
export function filterOf({ field, kind, negate, disabled, values, from, to }: FilterForm): RuleFilter {
  const meta = { alias: null, negate, disabled, key: field };
  const phrase = (value: string) => ({ match_phrase: { [field]: value } });
  switch (kind) {
    case 'is': {
      const [value = ''] = values;
      return { meta: { ...meta, type: 'phrase', params: { query: value } }, query: phrase(value) };
    }
    case 'one_of':
      return {
        meta: { ...meta, type: 'phrases', params: values, value: values.join(', ') },
        query: { bool: { should: values.map(phrase), minimum_should_match: 1 } },
      };
    case 'between': {
      const ends = { ...(from !== '' && { gte: from }), ...(to !== '' && { lt: to }) };
      const value = `${from || '-∞'} – ${to || '∞'}`;
      return { meta: { ...meta, type: 'range', params: ends, value }, range: { [field]: ends } };
    }
    case 'exists':
      return { meta: { ...meta, type: 'exists', value: 'exists' }, exists: { field } };
  }
}

/** The filter as people set it; undefined for query DSL of another shape. */
export function formOf(filter: RuleFilter): FilterForm | undefined {
  const meta = metaOf(filter);
  const { key: field, negate = false, disabled = false } = meta;
  // A name of its own says that the filter is more than its parts.
  if (!field || meta.alias) return undefined;
  const form = { ...EMPTY_FILTER, field, negate, disabled };
  switch (meta.type) {
    case 'phrase': {
      const value = (meta.params as { query?: unknown } | undefined)?.query;
      return isPlain(value) ? { ...form, kind: 'is', values: [String(value)] } : undefined;
    }
    case 'phrases':
      return Array.isArray(meta.params) && meta.params.every(isPlain)
        ? { ...form, kind: 'one_of', values: meta.params.map(String) }
        : undefined;
    case 'range': {
      const { gte = '', lt = '', ...others } = (meta.params ?? {}) as Record<string, unknown>;
      if (Object.keys(others).length > 0 || !isPlain(gte) || !isPlain(lt)) return undefined;
      return { ...form, kind: 'between', from: String(gte), to: String(lt) };
    }
    case 'exists':
      return { ...form, kind: 'exists' };
    default:
      return undefined;
  }
}

/** Whether it says enough to filter by. */
export function isComplete({ field, kind, values, from, to }: FilterForm): boolean {
  if (field.trim() === '') return false;
  if (kind === 'exists') return true;
  return kind === 'between' ? from !== '' || to !== '' : values.length > 0;
}

/** Query DSL of any shape, with the name that its pill shows. */
export function customFilter(
  name: string,
  query: Record<string, unknown>,
  { negate, disabled }: Pick<FilterForm, 'negate' | 'disabled'>,
): RuleFilter {
  return { meta: { alias: name, negate, disabled, type: 'custom', key: 'query' }, query };
}

/** Name and query DSL of a filter of any shape. */
export function customOf(filter: RuleFilter): { name: string; query: Record<string, unknown> } {
  const { meta: _meta, $state: _state, query, ...rest } = filter;
  return { name: metaOf(filter).alias ?? '', query: (query as Record<string, unknown> | undefined) ?? rest };
}

/** The filter negated or switched off, or no longer, all else as it is. */
export function withMeta(filter: RuleFilter, changes: { negate?: boolean; disabled?: boolean }): RuleFilter {
  return { ...filter, meta: { ...metaOf(filter), ...changes } };
}

export function metaOf(filter: RuleFilter): Meta {
  return (filter.meta ?? {}) as Meta;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

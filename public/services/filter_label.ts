import { i18n } from '@osd/i18n';

/** What a filter pill says: the name people gave it, else field and value as Discover shows them. */
export function filterLabel(filter: Record<string, unknown>): string {
  const meta = (filter.meta ?? {}) as {
    alias?: string | null;
    key?: string;
    negate?: boolean;
    disabled?: boolean;
    type?: string;
    value?: unknown;
    params?: unknown;
  };
  const text = meta.alias || `${meta.key ?? 'query'}: ${valueOf(meta.type, meta.value, meta.params, filter)}`;
  const negated = meta.negate
    ? i18n.translate('awsSiem.filter.not', { defaultMessage: 'NOT {text}', values: { text } })
    : text;
  return meta.disabled
    ? i18n.translate('awsSiem.filter.disabled', { defaultMessage: '{text} (off)', values: { text: negated } })
    : negated;
}

function valueOf(
  type: string | undefined,
  value: unknown,
  params: unknown,
  filter: Record<string, unknown>,
): string {
  if (type === 'exists') return i18n.translate('awsSiem.filter.exists', { defaultMessage: 'exists' });
  if (typeof value === 'string' && value !== '') return value;
  if (Array.isArray(params)) return params.join(', ');
  const query = (params as { query?: unknown } | undefined)?.query;
  if (query !== undefined) return String(query);
  return JSON.stringify(filter.query ?? params ?? {});
}

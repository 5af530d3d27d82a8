import { useCallback } from 'react';
import { useSiem } from '../../application/siem_context';
import { useRequest } from '../../services/use_request';
import { useSearchScope } from './search_scope';

/** Frequent values of a field that can be grouped by; of others none are known. */
export function useFieldValues(field: string): { values: string[]; loading: boolean } {
  const { api } = useSiem();
  const { fields, index } = useSearchScope();
  const { title: pattern, timeField } = index;
  const known = fields.find(({ name }) => name === field);
  const load = useCallback(
    (signal: AbortSignal) => api.fieldValues({ pattern, field, timeField }, signal),
    [api, pattern, field, timeField],
  );
  const { data, loading } = useRequest(known?.aggregatable ? load : undefined);
  return { values: (data?.values ?? []).map(({ value }) => value), loading };
}

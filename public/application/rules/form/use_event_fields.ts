import { useCallback } from 'react';
import type { FieldsResponse } from '../../../../common/api';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

export interface EventFields {
  fields: FieldsResponse['fields'];
  loading: boolean;
}

/** Fields behind the index pattern; none, in silence, where they cannot be read: names can be typed as well. */
export function useEventFields(pattern: string): EventFields {
  const { api } = useSiem();
  const load = useCallback((signal: AbortSignal) => api.fields(pattern, signal), [api, pattern]);
  const { data, loading } = useRequest(pattern === '' ? undefined : load);
  return { fields: data?.fields ?? [], loading };
}

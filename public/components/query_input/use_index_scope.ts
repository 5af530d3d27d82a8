import { useCallback, useMemo } from 'react';
import type { QueryLanguage } from '../../../common/rule';
import { useSiem } from '../../application/siem_context';
import { useDebounced } from '../../services/use_debounced';
import { useRequest } from '../../services/use_request';
import type { SearchScope } from './search_scope';

const NONE: SearchScope['fields'] = [];
/** Always there: all private ranges. */
const PRIVATE = { name: 'private', kind: 'ip' as const };

/** What inputs choose from that search an index pattern: its fields and value lists. Nothing, in silence, where these cannot be read. */
export function useIndexScope(
  { title, timeField }: SearchScope['index'],
  language: QueryLanguage,
): SearchScope {
  const { api } = useSiem();
  const settled = useDebounced(title, 300);
  const loadFields = useCallback((signal: AbortSignal) => api.fields(settled, signal), [api, settled]);
  const loadLists = useCallback((signal: AbortSignal) => api.lists.list(signal), [api]);
  const fields = useRequest(settled === '' ? undefined : loadFields);
  const lists = useRequest(loadLists);
  const known = fields.data?.fields ?? NONE;
  const { loading } = fields;
  return useMemo(
    () => ({
      language,
      index: { title, timeField },
      fields: known,
      loading,
      lists: [PRIVATE, ...(lists.data?.items ?? []).map(({ name, kind }) => ({ name, kind }))],
    }),
    [language, title, timeField, known, loading, lists.data],
  );
}

import { useCallback, useMemo } from 'react';
import type { RuleInput } from '../../../../common/rule';
import type { SearchScope } from '../../../components/query_input/search_scope';
import { useDebounced } from '../../../services/use_debounced';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

const NONE: SearchScope['fields'] = [];
/** Always there: all private ranges. */
const PRIVATE = { name: 'private', kind: 'ip' as const };

/** What the rule's inputs choose from: fields of its index pattern and value lists. Nothing, in silence, where these cannot be read. */
export function useRuleScope({
  index,
  language = 'lucene',
}: Pick<RuleInput, 'index' | 'language'>): SearchScope {
  const { api } = useSiem();
  const { title, timeField } = index;
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

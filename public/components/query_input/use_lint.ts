import { useCallback } from 'react';
import type { LintProblem } from '../../../common/rule_lint';
import { useSiem } from '../../application/siem_context';
import { useDebounced } from '../../services/use_debounced';
import { useRequest } from '../../services/use_request';
import { useSearchScope } from './search_scope';

/** What is wrong or doubtful with a query, a moment after it was typed; nothing, in silence, where that cannot be found out. */
export function useLint(query: string): LintProblem[] {
  const { api } = useSiem();
  const { language, index } = useSearchScope();
  const { title, timeField } = index;
  const settled = useDebounced(query, 400);
  const load = useCallback(
    async (signal: AbortSignal) => ({
      query: settled,
      ...(await api.lintRule({ query: settled, language, index: { title, timeField } }, signal)),
    }),
    [api, settled, language, title, timeField],
  );
  const { data } = useRequest(settled.trim() && title && timeField ? load : undefined);
  return data && data.query === query ? data.problems : [];
}

import { useCallback } from 'react';
import type { RuleView } from '../../../../common/rule';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

/** When a rule with a cron line runs next, ISO; undefined for one that is off or runs by its interval. */
export function useNextRun(rule: RuleView): string | undefined {
  const { api } = useSiem();
  const load = useCallback(
    (signal: AbortSignal) => {
      const { type, index, query, interval, params, cron } = rule;
      return api.describeRule({ type, index, query, interval, params, cron }, signal);
    },
    [api, rule],
  );
  const { data } = useRequest(rule.enabled && rule.cron !== undefined ? load : undefined);
  return data?.runs[0];
}

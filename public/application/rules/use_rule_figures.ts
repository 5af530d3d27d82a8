import { useCallback } from 'react';
import type { AlertCountsResponse } from '../../../common/alert_counts';
import { resolveRange } from '../../services/time_range';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';

/** What the list of rules shows besides the rules; each comes when it comes, and what does not come is left out. */
export interface RuleFigures {
  /** Names of the rule types, by id. */
  typeTitles: ReadonlyMap<string, string>;
  /** Alerts of the last 24 hours by rule; absent until they have come. */
  alerts?: ReadonlyMap<string, AlertCountsResponse['rules'][number]>;
  /** When rules began to fail, ISO, by rule. */
  failingSince: ReadonlyMap<string, string>;
  reload(): void;
}

const LAST_DAY = { from: 'now-24h', to: 'now' };

/** Asks for them once, and again with `reload`. */
export function useRuleFigures(): RuleFigures {
  const { api } = useSiem();
  const types = useRequest(useCallback((signal: AbortSignal) => api.ruleTypes(signal), [api]));
  const health = useRequest(useCallback((signal: AbortSignal) => api.healthIssues(signal), [api]));
  const counts = useRequest(
    useCallback((signal: AbortSignal) => api.alertCounts(resolveRange(LAST_DAY), signal), [api]),
  );
  const failing = (health.data?.items ?? []).filter(({ kind }) => kind === 'rule_failing');
  return {
    typeTitles: new Map((types.data?.items ?? []).map(({ id, title }) => [id, title])),
    failingSince: new Map(failing.map(({ subject, since }) => [subject.id, since])),
    ...(counts.data && { alerts: new Map(counts.data.rules.map((rule) => [rule.ruleId, rule])) }),
    reload() {
      health.reload();
      counts.reload();
    },
  };
}

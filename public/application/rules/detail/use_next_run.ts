import { i18n } from '@osd/i18n';
import { useCallback } from 'react';
import type { RuleView } from '../../../../common/rule';
import { paceOfInterval } from '../../../../common/rule_pace';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatDuration } from '../../../services/format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

/** When a rule looks for events next; undefined for one that does not run, and until it is known. */
export function useNextRun(rule: RuleView): string | undefined {
  const { api } = useSiem();
  const formatTime = useTimeFormat(true);
  const runs = rule.enabled && rule.status.state !== 'changed_outside';
  const load = useCallback(
    (signal: AbortSignal) => {
      const { type, index, query, interval, params, cron } = rule;
      return api.describeRule({ type, index, query, interval, params, cron }, signal);
    },
    [api, rule],
  );
  const { data } = useRequest(runs && rule.cron !== undefined ? load : undefined);
  if (!runs) return undefined;
  if (rule.cron === undefined) {
    return i18n.translate('awsSiem.ruleFacts.nextWithin', {
      defaultMessage: 'next within {time}',
      values: { time: formatDuration(paceOfInterval(rule.interval)) },
    });
  }
  const [at] = data?.runs ?? [];
  if (at === undefined) return undefined;
  return i18n.translate('awsSiem.ruleFacts.nextAt', {
    defaultMessage: 'next {time}',
    values: { time: formatTime(at) },
  });
}

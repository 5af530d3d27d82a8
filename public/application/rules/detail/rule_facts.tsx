import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import type { RuleView } from '../../../../common/rule';
import { SeverityBadge, StateBadge } from '../../../components/badges';
import { Fact } from '../../../components/fact';
import { useLinkTo } from '../../../components/use_link_to';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatDuration, formatNumber } from '../../../services/format';
import { resolveRange } from '../../../services/time_range';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { AlertSparkline } from '../alert_sparkline';
import { QuietBadges } from '../quiet_badges';
import { marksOf } from '../rule_marks';
import { riskScoreOf } from '../rule_params';
import { scheduleText } from '../schedule_text';
import { useNextRun } from './use_next_run';

const NO_ALERTS: number[] = new Array<number>(24).fill(0);
const LAST_DAY = { from: 'now-24h', to: 'now' };

/** The rule's figures at a glance. */
export function RuleFacts({ rule }: { rule: RuleView }) {
  const { api } = useSiem();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const nextRun = useNextRun(rule);
  const { id, status } = rule;
  // Asked again whenever the rule is.
  const load = useCallback(
    (signal: AbortSignal) => api.alertCounts({ ...resolveRange(LAST_DAY), ruleId: rule.id }, signal),
    [api, rule],
  );
  const { data } = useRequest(load);
  const [found] = data?.rules ?? [];
  const [state = 'waiting'] = marksOf(rule);
  const ago = (time: string) =>
    i18n.translate('awsSiem.ruleFacts.ago', {
      defaultMessage: '{duration} ago',
      values: { duration: formatDuration(Date.now() - Date.parse(time)) },
    });
  const never = i18n.translate('awsSiem.ruleFacts.never', { defaultMessage: 'Never' });
  return (
    <div className="siem-grid siem-facts" data-test-subj="siemRuleFacts">
      <Fact
        label={i18n.translate('awsSiem.ruleFacts.state', { defaultMessage: 'State' })}
        value={<StateBadge state={state} />}
        note={<QuietBadges rule={rule} />}
        testSubject="siemFact-state"
      />
      <Fact
        label={i18n.translate('awsSiem.ruleFacts.lastRun', { defaultMessage: 'Last run' })}
        value={status.lastRunAt === undefined ? never : ago(status.lastRunAt)}
        note={
          <span title={status.lastRunAt && formatTime(status.lastRunAt)}>
            {[scheduleText(rule), nextRun].filter(Boolean).join(', ')}
          </span>
        }
        testSubject="siemFact-lastRun"
      />
      <Fact
        label={i18n.translate('awsSiem.ruleFacts.lastAlert', { defaultMessage: 'Last alert' })}
        value={status.lastAlertAt === undefined ? never : ago(status.lastAlertAt)}
        note={status.lastAlertAt && formatTime(status.lastAlertAt)}
        testSubject="siemFact-lastAlert"
      />
      <Fact
        label={i18n.translate('awsSiem.ruleFacts.alerts', { defaultMessage: 'Alerts, last 24 hours' })}
        value={data ? <AlertSparkline counts={found?.counts ?? NO_ALERTS} total={found?.total ?? 0} /> : '–'}
        note={
          <EuiLink {...linkTo(`/alerts?rule=${encodeURIComponent(id)}`)} data-test-subj="siemRuleAlerts">
            {i18n.translate('awsSiem.ruleFacts.showAlerts', { defaultMessage: 'Show them' })}
          </EuiLink>
        }
        testSubject="siemFact-alerts"
      />
      <Fact
        label={i18n.translate('awsSiem.ruleFacts.severity', { defaultMessage: 'Severity' })}
        value={<SeverityBadge severity={rule.severity} />}
        note={i18n.translate('awsSiem.ruleFacts.risk', {
          defaultMessage: 'risk score {score}',
          values: { score: formatNumber(riskScoreOf(rule)) },
        })}
      />
    </div>
  );
}

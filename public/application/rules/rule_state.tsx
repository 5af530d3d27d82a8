import { EuiBadge, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleView } from '../../../common/rule';
import { StateBadge } from '../../components/badges';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration } from '../../services/format';
import { marksOf } from './rule_marks';

interface Props {
  rule: RuleView;
  /** When it began to fail, ISO, where that is known. */
  since?: string;
}

/** How a rule does: the state, since when, the error, and what else is to be known: gaps, warnings. */
export function RuleState({ rule, since }: Props) {
  const formatTime = useTimeFormat();
  const { status } = rule;
  const marks = marksOf(rule);
  const [state = 'waiting'] = marks;
  const error = state === 'failing' ? status.lastError : undefined;
  const from = state === 'failing' ? (since ?? error?.at) : undefined;
  return (
    <div>
      <StateBadge state={state} />
      {from !== undefined && (
        <EuiText size="xs" color="danger" className="siem-nowrap" title={formatTime(from)}>
          <FormattedMessage
            id="awsSiem.rules.failingFor"
            defaultMessage="for {duration}"
            values={{ duration: formatDuration(Date.now() - Date.parse(from)) }}
          />
        </EuiText>
      )}
      {error && (
        <EuiToolTip content={error.message} anchorClassName="siem-clamp">
          <EuiText size="xs" color="danger" tabIndex={0} data-test-subj="siemLastError">
            {error.message}
          </EuiText>
        </EuiToolTip>
      )}
      {marks.includes('gaps') && (
        <EuiToolTip content={<Gaps gaps={status.gaps ?? []} formatTime={formatTime} />}>
          <EuiBadge color="warning" tabIndex={0} data-test-subj="siemGaps">
            <FormattedMessage
              id="awsSiem.rules.gaps"
              defaultMessage="{count, plural, one {# gap} other {# gaps}}"
              values={{ count: status.gaps?.length ?? 0 }}
            />
          </EuiBadge>
        </EuiToolTip>
      )}
      {marks.includes('warnings') && (
        <EuiToolTip content={status.warnings?.join(' ')}>
          <EuiBadge color="hollow" tabIndex={0} data-test-subj="siemWarnings">
            <FormattedMessage
              id="awsSiem.rules.warnings"
              defaultMessage="{count, plural, one {# warning} other {# warnings}}"
              values={{ count: status.warnings?.length ?? 0 }}
            />
          </EuiBadge>
        </EuiToolTip>
      )}
    </div>
  );
}

function Gaps({
  gaps,
  formatTime,
}: {
  gaps: NonNullable<RuleView['status']['gaps']>;
  formatTime(time: string): string;
}) {
  return (
    <>
      {gaps.map(({ from, to, reason }) => (
        <div key={from}>
          {i18n.translate('awsSiem.rules.gap', {
            defaultMessage: '{from} to {to}: {reason}',
            values: { from: formatTime(from), to: formatTime(to), reason },
          })}
        </div>
      ))}
    </>
  );
}

import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleView } from '../../../common/rule';
import { useTimeFormat } from '../../components/use_time_format';
import { isSnoozed } from './rule_marks';

/** Marks a rule whose alerts nobody is told of. */
export function QuietBadges({ rule }: { rule: Pick<RuleView, 'snoozedUntil' | 'testMode'> }) {
  const formatTime = useTimeFormat();
  const { snoozedUntil, testMode } = rule;
  return (
    <>
      {snoozedUntil !== undefined && isSnoozed(rule) && (
        <EuiBadge color="hollow" iconType="moon" data-test-subj="siemSnoozed">
          <FormattedMessage
            id="awsSiem.rules.snoozedUntil"
            defaultMessage="Snoozed until {time}"
            values={{ time: formatTime(snoozedUntil) }}
          />
        </EuiBadge>
      )}
      {testMode && (
        <EuiBadge
          color="hollow"
          iconType="beaker"
          title={i18n.translate('awsSiem.rules.testModeHelp', {
            defaultMessage: 'Its alerts are made and marked; nobody is told of them.',
          })}
          data-test-subj="siemTestMode"
        >
          <FormattedMessage id="awsSiem.rules.testMode" defaultMessage="Test mode" />
        </EuiBadge>
      )}
    </>
  );
}

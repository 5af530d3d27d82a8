import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { type ReactNode } from 'react';
import type { RuleView } from '../../../../common/rule';
import { useLinkTo } from '../../../components/use_link_to';
import { useTimeFormat } from '../../../components/use_time_format';
import { useSiem } from '../../siem_context';
import { marksOf } from '../rule_marks';
import { rulePath } from '../rule_columns';
import type { RuleChanges } from '../use_rule_changes';

interface Props {
  rule: RuleView;
  changes: RuleChanges;
}

/** What is wrong with the rule, or unusual, and what to do about it. */
export function StateNotes({ rule, changes }: Props) {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const { id, status, snoozedUntil } = rule;
  const marks = marksOf(rule);
  return (
    <>
      {marks.includes('failing') && (
        <Note
          id="siemNote-failing"
          color="danger"
          title={i18n.translate('awsSiem.ruleNotes.failing', { defaultMessage: 'This rule is failing' })}
        >
          {status.lastError && (
            <p>
              {formatTime(status.lastError.at)}: {status.lastError.message}
            </p>
          )}
          <p>
            <FormattedMessage
              id="awsSiem.ruleNotes.failingHelp"
              defaultMessage="What could not be searched is searched again by itself once the cause is gone, so no alert is lost."
            />
          </p>
        </Note>
      )}
      {marks.includes('changed_outside') && (
        <Note
          id="siemNote-changed"
          color="warning"
          title={i18n.translate('awsSiem.ruleNotes.changed', {
            defaultMessage: 'This rule was changed outside of the SIEM, so it does not run',
          })}
        >
          {canWrite && (
            <EuiButton size="s" color="warning" {...linkTo(`${rulePath(id)}/edit`)}>
              <FormattedMessage id="awsSiem.ruleNotes.check" defaultMessage="Check and save it" />
            </EuiButton>
          )}
        </Note>
      )}
      {marks.includes('gaps') && (
        <Note
          id="siemNote-gaps"
          color="warning"
          title={i18n.translate('awsSiem.ruleNotes.gaps', {
            defaultMessage: 'Some times could not be searched yet',
          })}
        >
          <ul>
            {status.gaps?.map(({ from, to, reason }) => (
              <li key={`${from} ${to}`} className="siem-break">
                {i18n.translate('awsSiem.ruleNotes.gap', {
                  defaultMessage: '{from} to {to}',
                  values: { from: formatTime(from), to: formatTime(to) },
                })}
                {reason !== status.lastError?.message && `: ${reason}`}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {marks.includes('warnings') && (
        <Note
          id="siemNote-warnings"
          color="warning"
          title={i18n.translate('awsSiem.ruleNotes.warnings', {
            defaultMessage: 'The last run went well only in part',
          })}
        >
          <ul>
            {status.warnings?.map((warning) => (
              <li key={warning} className="siem-break">
                {warning}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {marks.includes('snoozed') && snoozedUntil !== undefined && (
        <Note
          id="siemNote-snoozed"
          color="primary"
          title={i18n.translate('awsSiem.ruleNotes.snoozed', {
            defaultMessage: 'Snoozed: until {time} nobody is told of its alerts',
            values: { time: formatTime(snoozedUntil) },
          })}
        >
          {canWrite && (
            <EuiButton
              size="s"
              isLoading={changes.running}
              onClick={() => void changes.change([rule], { action: 'snooze' })}
              data-test-subj="siemWakeRule"
            >
              <FormattedMessage id="awsSiem.ruleNotes.wake" defaultMessage="End the snooze" />
            </EuiButton>
          )}
        </Note>
      )}
    </>
  );
}

interface NoteProps {
  id: string;
  color: 'primary' | 'warning' | 'danger';
  title: string;
  children?: ReactNode;
}

function Note({ id, color, title, children }: NoteProps) {
  return (
    <>
      <EuiCallOut
        size="s"
        color={color}
        iconType={color === 'primary' ? 'moon' : 'alert'}
        title={title}
        data-test-subj={id}
      >
        {children}
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}

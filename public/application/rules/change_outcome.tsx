import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleChanges } from './use_rule_changes';

const MOST_SHOWN = 10;

/** Which rules a change left as they were, and why. */
export function ChangeOutcome({ outcome, dismiss }: Pick<RuleChanges, 'outcome' | 'dismiss'>) {
  if (!outcome) return null;
  const { asked, failed } = outcome;
  const more = failed.length - MOST_SHOWN;
  return (
    <>
      <EuiCallOut
        color="danger"
        iconType="alert"
        role="alert"
        title={i18n.translate('awsSiem.ruleChange.failed', {
          defaultMessage:
            '{failed, plural, one {One rule was} other {# rules were}} left as {failed, plural, one {it was} other {they were}}; {changed} of {asked} were changed',
          values: { failed: failed.length, changed: asked - failed.length, asked },
        })}
        data-test-subj="siemChangeFailed"
      >
        <ul>
          {failed.slice(0, MOST_SHOWN).map(({ id, name, error }) => (
            <li key={id} className="siem-break">
              <strong>{name ?? id}</strong>: {error}
            </li>
          ))}
          {more > 0 && (
            <li>
              <FormattedMessage
                id="awsSiem.ruleChange.more"
                defaultMessage="and {more} more"
                values={{ more }}
              />
            </li>
          )}
        </ul>
        <EuiButton size="s" color="danger" onClick={dismiss} data-test-subj="siemDismissChange">
          <FormattedMessage id="awsSiem.ruleChange.dismiss" defaultMessage="Dismiss" />
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

import { EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';

/** What the rule will do, in the words of its type; while it is not whole, what it lacks. */
export function SummarySentence({ summary, isStale }: { summary?: string; isStale: boolean }) {
  return (
    <EuiPanel
      paddingSize="m"
      hasShadow={false}
      color="subdued"
      className={isStale ? 'siem-stale' : undefined}
    >
      <EuiText size="s" className="siem-break">
        <p role="status" data-test-subj="siemRuleSummary">
          {summary ??
            i18n.translate('awsSiem.rule.noSummary', {
              defaultMessage:
                'What the rule will do is said here as soon as the fields it needs are filled in.',
            })}
        </p>
      </EuiText>
    </EuiPanel>
  );
}

import { EuiMarkdownFormat, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleView } from '../../../../common/rule';
import { TitledPanel } from '../../../components/titled_panel';

/** What it means when the rule fires, and what is to be done then. EUI's format knows no HTML and lets only web links through. */
export function RunbookPanel({ rule: { description, runbook } }: { rule: RuleView }) {
  if (!description && !runbook) return null;
  return (
    <>
      <TitledPanel
        title={i18n.translate('awsSiem.runbook.title', { defaultMessage: 'When it fires' })}
        testSubject="siemRunbook"
      >
        {description && (
          <EuiText size="s">
            <p>{description}</p>
          </EuiText>
        )}
        {description && runbook && <EuiSpacer size="s" />}
        {runbook && (
          <div className="siem-inText">
            <EuiMarkdownFormat>{runbook}</EuiMarkdownFormat>
          </div>
        )}
      </TitledPanel>
      <EuiSpacer size="m" />
    </>
  );
}

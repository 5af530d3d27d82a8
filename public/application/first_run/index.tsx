import { EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { PageHeader } from '../../components/page_header';
import { Guide } from './guide';

/** The page that leads from nothing to the first alert. */
export function FirstRunPage() {
  return (
    <div data-test-subj="siemStart">
      <PageHeader title={i18n.translate('awsSiem.firstRun.page', { defaultMessage: 'Get started' })} />
      <FirstRun />
    </div>
  );
}

/** The same for a page that has nothing to show yet. */
export function FirstRun() {
  return (
    <EuiPanel hasShadow={false} paddingSize="l" data-test-subj="siemFirstRun">
      <EuiTitle size="s">
        <h2>
          <FormattedMessage
            id="awsSiem.firstRun.title"
            defaultMessage="From nothing to the first alert in five minutes"
          />
        </h2>
      </EuiTitle>
      <EuiText size="s" color="subdued">
        <p>
          <FormattedMessage
            id="awsSiem.firstRun.intro"
            defaultMessage="Each step is ticked off when its result is there, whoever did it. You find this page again in the help menu."
          />
        </p>
      </EuiText>
      <EuiSpacer size="l" />
      <Guide />
    </EuiPanel>
  );
}

import { EuiButton, EuiEmptyPrompt, EuiPanel, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useLinkTo } from '../../components/use_link_to';
import { useSiem } from '../siem_context';

/** What the overview says before there is a source. */
export function FirstRun() {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  return (
    <EuiPanel hasShadow={false} data-test-subj="siemFirstRun">
      <EuiEmptyPrompt
        iconType="logoAWS"
        title={
          <h2>
            <FormattedMessage id="awsSiem.firstRun.title" defaultMessage="Bring in your AWS logs" />
          </h2>
        }
        body={
          <EuiText size="s" textAlign="left">
            <ol>
              <li>
                <FormattedMessage
                  id="awsSiem.firstRun.source"
                  defaultMessage="Add a source: the S3 bucket that your logs are delivered to. The form shows the AWS set-up to copy."
                />
              </li>
              <li>
                <FormattedMessage
                  id="awsSiem.firstRun.events"
                  defaultMessage="Watch its events arrive here, a few minutes after AWS delivers them."
                />
              </li>
              <li>
                <FormattedMessage
                  id="awsSiem.firstRun.rule"
                  defaultMessage="Make a rule from a search, and a channel that tells you when it fires."
                />
              </li>
            </ol>
          </EuiText>
        }
        actions={
          canWrite && (
            <EuiButton
              fill
              iconType="plusInCircle"
              {...linkTo('/sources/new')}
              data-test-subj="siemAddSource"
            >
              <FormattedMessage id="awsSiem.firstRun.addSource" defaultMessage="Add a source" />
            </EuiButton>
          )
        }
      />
    </EuiPanel>
  );
}

import { EuiButton, EuiLoadingSpinner, EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { LOGS_PATTERN } from '../../../common/plugin';
import { type RuleDraft, ruleDraftPath } from '../../../common/rule_draft';
import { useLinkTo } from '../../components/use_link_to';
import { useSiem } from '../siem_context';
import type { Progress } from './progress';

/** Something to begin with that every company has. */
const FAILED_SIGN_INS: RuleDraft = {
  query: 'type:cloudtrail AND event.action:ConsoleLogin AND event.outcome:failure',
  language: 'lucene',
  filters: [],
  indexPattern: { title: LOGS_PATTERN, timeField: '@timestamp' },
  time: { from: 'now-24h', to: 'now' },
};

export function RuleStep() {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  return (
    <>
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="awsSiem.firstRun.ruleText"
            defaultMessage="A rule searches by itself and raises an alert when it finds something. Begin with failed console sign-ins: the form opens with that search filled in. A new rule also looks at the last 24 hours."
          />
        </p>
      </EuiText>
      {canWrite && (
        <>
          <EuiSpacer size="m" />
          <EuiButton
            size="s"
            iconType="plusInCircle"
            {...linkTo(ruleDraftPath(FAILED_SIGN_INS))}
            data-test-subj="siemMakeFirstRule"
          >
            <FormattedMessage id="awsSiem.firstRun.makeRule" defaultMessage="Make a rule" />
          </EuiButton>
        </>
      )}
    </>
  );
}

export function AlertStep({ progress: { alert, alertExpected } }: { progress: Progress }) {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiText size="s">
        <p>
          {alert ? (
            <FormattedMessage
              id="awsSiem.firstRun.alertThere"
              defaultMessage="Alerts keep what was found, who and when; the history stays."
            />
          ) : alertExpected ? (
            <>
              <EuiLoadingSpinner size="s" />{' '}
              <FormattedMessage
                id="awsSiem.firstRun.alertExpected"
                defaultMessage="Rules are at work; what they find shows within a minute or two."
              />
            </>
          ) : (
            <FormattedMessage
              id="awsSiem.firstRun.alertNone"
              defaultMessage="An alert comes once a rule has found something."
            />
          )}
        </p>
      </EuiText>
      {alert && (
        <>
          <EuiSpacer size="m" />
          {/* The other rules find theirs within seconds: who goes there now sees them come. */}
          <EuiButton
            size="s"
            iconType="bell"
            {...linkTo('/alerts?live=on&refresh=5000')}
            data-test-subj="siemSeeAlerts"
          >
            <FormattedMessage id="awsSiem.firstRun.seeAlerts" defaultMessage="Open the alerts" />
          </EuiButton>
        </>
      )}
    </>
  );
}

export function ChannelStep() {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  return (
    <>
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="awsSiem.firstRun.channelText"
            defaultMessage="A channel takes alerts to people and tools: by mail, or by a call of a web address. Send a test from its form, then choose it in your rules."
          />
        </p>
      </EuiText>
      {canWrite && (
        <>
          <EuiSpacer size="m" />
          <EuiButton
            size="s"
            iconType="plusInCircle"
            {...linkTo('/channels/new')}
            data-test-subj="siemMakeFirstChannel"
          >
            <FormattedMessage id="awsSiem.firstRun.makeChannel" defaultMessage="Connect a channel" />
          </EuiButton>
        </>
      )}
    </>
  );
}

import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { errorMessage } from '../services/errors';
import { SampleDataCallout } from './first_run/sample_data_callout';
import { useSiem } from './siem_context';

/** What concerns every page: nothing runs in the background, this user may only look, the server does not answer. */
export function AppCallouts({ error }: { error?: Error }) {
  const { status } = useSiem();
  if (error) {
    return (
      <Callout
        id="siemStatusError"
        color="danger"
        icon="alert"
        title={i18n.translate('awsSiem.callout.noStatus', {
          defaultMessage: 'The state of the SIEM cannot be read, so nothing can be changed here',
        })}
        text={errorMessage(error)}
      />
    );
  }
  if (!status) return null;
  return (
    <>
      {!status.background.on && (
        <Callout
          id="siemBackgroundOff"
          color="warning"
          icon="pause"
          title={i18n.translate('awsSiem.callout.backgroundOff', {
            defaultMessage: 'Background work is off: no source is polled, no rule runs, nothing is delivered',
          })}
          text={status.background.reason}
        />
      )}
      {status.ingest.worker === 'failed' && (
        <Callout
          id="siemWorkerFailed"
          color="danger"
          icon="alert"
          title={i18n.translate('awsSiem.callout.workerFailed', {
            defaultMessage: 'The worker that reads logs has failed, so no events arrive',
          })}
          text={i18n.translate('awsSiem.callout.workerFailedHelp', {
            defaultMessage: 'The log of OpenSearch Dashboards says why. Restarting it starts a new worker.',
          })}
        />
      )}
      {status.ingest.problems.length > 0 && (
        <Callout
          id="siemDatabaseProblem"
          color="warning"
          icon="alert"
          title={i18n.translate('awsSiem.callout.databaseProblem', {
            defaultMessage: 'Events are not enriched by all address databases',
          })}
          text={status.ingest.problems.join(' ')}
        />
      )}
      {!status.canWrite && (
        <Callout
          id="siemReadOnly"
          color="primary"
          icon="lock"
          title={i18n.translate('awsSiem.callout.readOnly', {
            defaultMessage: 'You can look at everything here, but not change it',
          })}
        />
      )}
      <SampleDataCallout />
    </>
  );
}

interface CalloutProps {
  id: string;
  color: 'primary' | 'warning' | 'danger';
  icon: string;
  title: string;
  text?: string;
}

function Callout({ id, color, icon, title, text }: CalloutProps) {
  return (
    <>
      <EuiCallOut size="s" color={color} iconType={icon} title={title} data-test-subj={id}>
        {text && <p>{text}</p>}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

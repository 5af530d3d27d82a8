import { EuiButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useHistory } from 'react-router-dom';
import { errorMessage } from '../../services/errors';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';

/** Where the guide stays in sight once there is something else to show on the overview. */
const GUIDE = '/start';

export function LoadSampleData({ onDone }: { onDone(): void }) {
  const { api, reloadStatus } = useSiem();
  const history = useHistory();
  const { running, run } = useSampleAction(async () => {
    await api.sampleData.load();
    history.push(GUIDE);
    reloadStatus();
    onDone();
  });
  return (
    <EuiButton
      size="s"
      iconType="beaker"
      isLoading={running}
      onClick={() => void run()}
      data-test-subj="siemLoadSample"
    >
      <FormattedMessage id="awsSiem.sample.load" defaultMessage="Load sample data" />
    </EuiButton>
  );
}

/** Asks first. */
export function RemoveSampleData({ onDone }: { onDone?(): void }) {
  const { api, core, reloadStatus } = useSiem();
  const { running, run } = useSampleAction(async () => {
    const confirmed = await core.overlays.openConfirm(
      i18n.translate('awsSiem.sample.removeText', {
        defaultMessage:
          'Its events, its rules and their alerts are deleted. Rules that you made yourself, and their alerts, stay.',
      }),
      {
        title: i18n.translate('awsSiem.sample.removeTitle', { defaultMessage: 'Remove the sample data?' }),
        confirmButtonText: i18n.translate('awsSiem.sample.removeConfirm', { defaultMessage: 'Remove' }),
        cancelButtonText: i18n.translate('awsSiem.delete.cancel', { defaultMessage: 'Cancel' }),
        buttonColor: 'danger',
      },
    );
    if (!confirmed) return;
    await api.sampleData.remove();
    reloadStatus();
    onDone?.();
  });
  return (
    <EuiButton
      size="s"
      color="danger"
      iconType="trash"
      isLoading={running}
      onClick={() => void run()}
      data-test-subj="siemRemoveSample"
    >
      <FormattedMessage id="awsSiem.sample.remove" defaultMessage="Remove sample data" />
    </EuiButton>
  );
}

/** An action that says in a toast why it did not work. */
function useSampleAction(action: () => Promise<void>) {
  const { core } = useSiem();
  return useAction(async () => {
    try {
      await action();
    } catch (error) {
      core.notifications.toasts.addDanger({
        title: i18n.translate('awsSiem.sample.failed', { defaultMessage: 'Sample data' }),
        text: errorMessage(error as Error),
      });
    }
  });
}

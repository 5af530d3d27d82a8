import { EuiButton } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { ReplayBody } from '../../../../common/backfill';
import type { SourceView } from '../../../../common/source';
import { errorMessage } from '../../../services/errors';
import { useSiem } from '../../siem_context';

interface Props {
  source: SourceView;
  /** Only rejects with this reason, or of this object. */
  reason?: string;
  objectKey?: string;
  onStarted?(): void;
}

/** Reads the objects again that have rejects, after whatever stood in the way was mended; asks first. */
export function RejectReplayButton({ source, reason, objectKey, onStarted }: Props) {
  const { api, core, canWrite } = useSiem();
  if (!canWrite) return null;
  const body: ReplayBody = {
    sourceId: source.id,
    ...(reason && { reason }),
    ...(objectKey && { key: objectKey }),
  };

  async function replay(): Promise<void> {
    const confirmed = await core.overlays.openConfirm(
      i18n.translate('awsSiem.replay.what', {
        defaultMessage:
          'The objects that these rejects come from are read again. What can be parsed now becomes events, the other rejects stay. Progress is in the tab Backfill.',
      }),
      {
        title: i18n.translate('awsSiem.replay.title', { defaultMessage: 'Replay rejects?' }),
        confirmButtonText: i18n.translate('awsSiem.replay.confirm', { defaultMessage: 'Replay' }),
        cancelButtonText: i18n.translate('awsSiem.replay.cancel', { defaultMessage: 'Cancel' }),
      },
    );
    if (!confirmed) return;
    const { toasts } = core.notifications;
    try {
      await api.backfills.replay(body);
      toasts.addSuccess(i18n.translate('awsSiem.replay.started', { defaultMessage: 'Replaying rejects' }));
      onStarted?.();
    } catch (error) {
      toasts.addDanger({ title: source.name, text: errorMessage(error as Error) });
    }
  }

  return (
    <EuiButton size="s" iconType="refresh" onClick={() => void replay()} data-test-subj="siemReplayRejects">
      {reason || objectKey ? (
        <FormattedMessage id="awsSiem.replay.these" defaultMessage="Replay these rejects" />
      ) : (
        <FormattedMessage id="awsSiem.replay.all" defaultMessage="Replay rejects" />
      )}
    </EuiButton>
  );
}

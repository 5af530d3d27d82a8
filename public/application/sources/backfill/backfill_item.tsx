import {
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { type BackfillState, type BackfillView, ENDED_STATES } from '../../../../common/backfill';
import { useTimeFormat } from '../../../components/use_time_format';
import { errorMessage } from '../../../services/errors';
import { useAction } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { BackfillNumbers } from './backfill_numbers';
import { selectionText } from './selection_text';

const STATES: Record<BackfillState, { color: string; label: string }> = {
  waiting: {
    color: 'subdued',
    label: i18n.translate('awsSiem.backfill.waiting', { defaultMessage: 'Waiting' }),
  },
  counting: {
    color: 'primary',
    label: i18n.translate('awsSiem.backfill.countingState', { defaultMessage: 'Counting' }),
  },
  running: {
    color: 'primary',
    label: i18n.translate('awsSiem.backfill.running', { defaultMessage: 'Running' }),
  },
  paused: {
    color: 'subdued',
    label: i18n.translate('awsSiem.backfill.paused', { defaultMessage: 'Paused' }),
  },
  completed: {
    color: 'success',
    label: i18n.translate('awsSiem.backfill.completed', { defaultMessage: 'Completed' }),
  },
  cancelled: {
    color: 'subdued',
    label: i18n.translate('awsSiem.backfill.cancelled', { defaultMessage: 'Cancelled' }),
  },
  failed: {
    color: 'danger',
    label: i18n.translate('awsSiem.backfill.failed', { defaultMessage: 'Stopped' }),
  },
};

interface Props {
  backfill: BackfillView;
  sourceEnabled: boolean;
  reload(): void;
}

/** One backfill: what it reads, how far it is, and what can be done about it. */
export function BackfillItem({ backfill, sourceEnabled, reload }: Props) {
  const formatTime = useTimeFormat();
  const { state, total, progress, error, createdAt, createdBy } = backfill;
  const text = selectionText(backfill.selection, formatTime);
  const { color, label } = STATES[state];
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemBackfillItem">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem className="siem-break">
          <EuiText size="s">
            <strong>{text}</strong>
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiHealth color={color} data-test-subj={`siemBackfillState-${state}`}>
            {label}
          </EuiHealth>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiText size="xs" color="subdued">
        <FormattedMessage
          id="awsSiem.backfill.asked"
          defaultMessage="{time} by {name}"
          values={{ time: formatTime(createdAt), name: createdBy }}
        />
      </EuiText>
      <EuiSpacer size="s" />
      {total && !ENDED_STATES.includes(state) && (
        <>
          <EuiProgress
            size="s"
            color={state === 'failed' ? 'danger' : 'primary'}
            value={Math.min(progress.bytes, total.bytes)}
            max={Math.max(1, total.bytes)}
            aria-label={text}
          />
          <EuiSpacer size="s" />
        </>
      )}
      <BackfillNumbers backfill={backfill} />
      {state === 'waiting' && !sourceEnabled && (
        <EuiText size="xs" color="subdued">
          <FormattedMessage
            id="awsSiem.backfill.sourcePaused"
            defaultMessage="The source is paused; this goes on when the source does."
          />
        </EuiText>
      )}
      {error && (
        <EuiText size="xs" color="danger" className="siem-break" data-test-subj="siemBackfillError">
          {error.message}
        </EuiText>
      )}
      <Actions backfill={backfill} reload={reload} />
    </EuiPanel>
  );
}

function Actions({ backfill: { id, state }, reload }: Pick<Props, 'backfill' | 'reload'>) {
  const { api, canWrite } = useSiem();
  const turn = useAction(async (verb: 'pause' | 'resume' | 'cancel') => {
    await api.backfills.turn(id, verb);
    reload();
  });
  if (!canWrite || ENDED_STATES.includes(state)) return null;
  const stands = state === 'paused' || state === 'failed';
  return (
    <>
      <EuiSpacer size="xs" />
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            flush="left"
            iconType={stands ? 'play' : 'pause'}
            isLoading={turn.running}
            onClick={() => void turn.run(stands ? 'resume' : 'pause')}
            data-test-subj="siemBackfillTurn"
          >
            {stands ? (
              <FormattedMessage id="awsSiem.backfill.resume" defaultMessage="Resume" />
            ) : (
              <FormattedMessage id="awsSiem.backfill.pause" defaultMessage="Pause" />
            )}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            color="danger"
            iconType="cross"
            isDisabled={turn.running}
            onClick={() => void turn.run('cancel')}
            data-test-subj="siemBackfillCancel"
          >
            <FormattedMessage id="awsSiem.backfill.cancel" defaultMessage="Cancel" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {turn.error && (
        <EuiText size="xs" color="danger" role="alert">
          {errorMessage(turn.error)}
        </EuiText>
      )}
    </>
  );
}

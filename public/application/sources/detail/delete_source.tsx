import { EuiCallOut, EuiConfirmModal, EuiRadioGroup, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { SourceView } from '../../../../common/source';
import { errorMessage } from '../../../services/errors';
import { formatNumber } from '../../../services/format';
import { useAction } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

interface Props {
  source: SourceView;
  onCancel(): void;
  onDeleted(): void;
}

/** Asks whether the source is to go, and what becomes of what it brought. */
export function DeleteSource({ source, onCancel, onDeleted }: Props) {
  const { api } = useSiem();
  const [data, setData] = useState<'keep' | 'delete'>('keep');
  const { running, error, run } = useAction(async () => {
    await api.sourceDetail.remove(source.id, { data });
    onDeleted();
  });
  const { events, rejects } = source.status;
  const counts = { events: formatNumber(events), rejects: formatNumber(rejects) };
  const options = [
    {
      id: 'siemDeleteData-keep',
      label: i18n.translate('awsSiem.deleteSource.keep', {
        defaultMessage: 'Keep its {events} events and {rejects} rejects',
        values: counts,
      }),
    },
    {
      id: 'siemDeleteData-delete',
      label: i18n.translate('awsSiem.deleteSource.delete', {
        defaultMessage: 'Delete its {events} events and {rejects} rejects, too',
        values: counts,
      }),
    },
  ];
  return (
    <EuiConfirmModal
      title={i18n.translate('awsSiem.deleteSource.title', {
        defaultMessage: 'Delete {name}?',
        values: { name: source.name },
      })}
      onCancel={onCancel}
      onConfirm={() => void run()}
      isLoading={running}
      buttonColor="danger"
      cancelButtonText={i18n.translate('awsSiem.delete.cancel', { defaultMessage: 'Cancel' })}
      confirmButtonText={i18n.translate('awsSiem.delete.confirm', { defaultMessage: 'Delete' })}
      data-test-subj="siemDeleteSourceModal"
    >
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="awsSiem.deleteSource.consequence"
            defaultMessage="Nothing more is read from it. Objects in S3 and alerts stay in either case."
          />
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiRadioGroup
        name="siemDeleteData"
        legend={{
          children: i18n.translate('awsSiem.deleteSource.data', {
            defaultMessage: 'What becomes of its data?',
          }),
        }}
        options={options}
        idSelected={`siemDeleteData-${data}`}
        onChange={(id) => setData(id === 'siemDeleteData-delete' ? 'delete' : 'keep')}
      />
      {data === 'delete' && (
        <>
          <EuiSpacer size="m" />
          <EuiText size="xs" color="danger">
            <p>
              <FormattedMessage
                id="awsSiem.deleteSource.warning"
                defaultMessage="Deleted events cannot be brought back, unless their objects are still in S3. It goes on in the background; the page Sources shows how far it is."
              />
            </p>
          </EuiText>
        </>
      )}
      {error && (
        <>
          <EuiSpacer size="m" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="alert"
            role="alert"
            title={i18n.translate('awsSiem.deleteSource.failed', { defaultMessage: 'Not deleted' })}
          >
            <p>{errorMessage(error)}</p>
          </EuiCallOut>
        </>
      )}
    </EuiConfirmModal>
  );
}

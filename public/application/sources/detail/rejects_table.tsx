import { EuiBasicTable, EuiCode, EuiLink, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { SourceReject } from '../../../../common/source_detail';
import { useTimeFormat } from '../../../components/use_time_format';
import { formatNumber } from '../../../services/format';

interface Props {
  rejects: SourceReject[];
  loading: boolean;
  onObject(key: string): void;
}

export function RejectsTable({ rejects, loading, onObject }: Props) {
  const formatTime = useTimeFormat();
  const columns: Array<EuiBasicTableColumn<SourceReject>> = [
    {
      name: i18n.translate('awsSiem.rejects.what', { defaultMessage: 'Reason and text' }),
      render: ({ reason, raw }: SourceReject) => (
        <div className="siem-break">
          <EuiText size="s">{reason}</EuiText>
          {raw !== '' && (
            <EuiCode className="siem-raw" transparentBackground data-test-subj="siemRejectRaw">
              {raw}
            </EuiCode>
          )}
        </div>
      ),
    },
    {
      name: i18n.translate('awsSiem.rejects.where', { defaultMessage: 'Object and place in it' }),
      width: '38%',
      render: ({ key, position, at }: SourceReject) => (
        <div className="siem-break">
          <EuiLink onClick={() => onObject(key)}>{key}</EuiLink>
          <EuiText size="xs" color="subdued">
            {placeText(position)} · {formatTime(at)}
          </EuiText>
        </div>
      ),
    },
  ];
  return (
    <EuiBasicTable
      items={rejects}
      itemId="id"
      columns={columns}
      loading={loading}
      noItemsMessage={i18n.translate('awsSiem.rejects.noneFiltered', {
        defaultMessage: 'No reject fits. Choose another reason, or all objects.',
      })}
      tableCaption={i18n.translate('awsSiem.rejects.caption', { defaultMessage: 'Rejects' })}
      data-test-subj="siemRejectsTable"
    />
  );
}

function placeText(position: number): string {
  if (position < 0) {
    return i18n.translate('awsSiem.rejects.whole', { defaultMessage: 'the whole object' });
  }
  return i18n.translate('awsSiem.rejects.position', {
    defaultMessage: 'line or record {position}',
    values: { position: formatNumber(position) },
  });
}

import { EuiBasicTable, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { PreviewResponse } from '../../../../../common/rule_preview';
import { formatNumber } from '../../../../services/format';
import { groupLabel } from './group_label';

type Group = PreviewResponse['alerts']['groups'][number];

const CAPTION = i18n.translate('awsSiem.preview.groups', { defaultMessage: 'Whom the alerts are about' });

const COLUMNS: Array<EuiBasicTableColumn<Group>> = [
  {
    name: i18n.translate('awsSiem.preview.group', { defaultMessage: 'Group' }),
    render: ({ group, reason }: Group) => (
      <div>
        <span className="siem-break">{groupLabel(group)}</span>
        <EuiText size="xs" color="subdued">
          {reason}
        </EuiText>
      </div>
    ),
  },
  {
    name: i18n.translate('awsSiem.preview.alerts', { defaultMessage: 'Alerts' }),
    width: '64px',
    align: 'right',
    render: ({ alerts }: Group) => formatNumber(alerts),
  },
];

/** The groups with the most alerts, and why each fired. */
export function PreviewGroups({ alerts }: { alerts: PreviewResponse['alerts'] }) {
  return (
    <>
      <EuiSpacer size="m" />
      <div className="siem-scroll" tabIndex={0} role="group" aria-label={CAPTION} style={{ maxHeight: 220 }}>
        <EuiBasicTable
          items={alerts.groups}
          columns={COLUMNS}
          compressed
          tableCaption={CAPTION}
          data-test-subj="siemPreviewGroups"
        />
      </div>
    </>
  );
}

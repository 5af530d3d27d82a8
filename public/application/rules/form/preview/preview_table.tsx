import { EuiBasicTable, EuiHealth, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { PreviewPoint, PreviewResponse } from '../../../../../common/rule_preview';
import { useTimeFormat } from '../../../../components/use_time_format';
import { formatNumber } from '../../../../services/format';
import { groupLabel } from './group_label';

interface Row extends PreviewPoint {
  group: string;
}

const CAPTION = i18n.translate('awsSiem.preview.tableCaption', { defaultMessage: 'Value of each window' });

/** The chart's numbers, newest window first. */
export function PreviewTable({ preview: { series } }: { preview: PreviewResponse }) {
  const formatTime = useTimeFormat();
  const rows = series
    .flatMap(({ group, points }) => points.map((point): Row => ({ ...point, group: groupLabel(group) })))
    .sort((a, b) => b.at - a.at);
  const columns: Array<EuiBasicTableColumn<Row>> = [
    {
      name: i18n.translate('awsSiem.preview.windowEnd', { defaultMessage: 'Window until' }),
      render: ({ at }: Row) => formatTime(at),
    },
    {
      field: 'group',
      name: i18n.translate('awsSiem.preview.group', { defaultMessage: 'Group' }),
    },
    {
      name: i18n.translate('awsSiem.preview.value', { defaultMessage: 'Value' }),
      align: 'right',
      render: ({ value }: Row) => formatNumber(value),
    },
    {
      name: i18n.translate('awsSiem.preview.fired', { defaultMessage: 'Fires' }),
      render: ({ fired }: Row) =>
        fired && (
          <EuiHealth color="danger">
            {i18n.translate('awsSiem.preview.yes', { defaultMessage: 'yes' })}
          </EuiHealth>
        ),
    },
  ];
  return (
    <div className="siem-scroll siem-chart" tabIndex={0} role="group" aria-label={CAPTION}>
      <EuiBasicTable items={rows} columns={columns} compressed tableCaption={CAPTION} />
    </div>
  );
}

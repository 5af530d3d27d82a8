import { EuiInMemoryTable, EuiPanel, EuiSpacer, EuiTitle, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { OverviewResponse } from '../../../common/api';
import { formatBytes, formatNumber } from '../../services/format';

type Flow = OverviewResponse['flows'][number];

const CAPTION = i18n.translate('awsSiem.flows.title', {
  defaultMessage: 'VPC flows by source and destination',
});

const number = (field: keyof Flow, name: string, width: string): EuiBasicTableColumn<Flow> => ({
  field,
  name,
  width,
  align: 'right',
  sortable: true,
  render: (value: number) => <span className="siem-number">{formatNumber(value)}</span>,
});

const COLUMNS: Array<EuiBasicTableColumn<Flow>> = [
  {
    field: 'source',
    name: i18n.translate('awsSiem.flows.source', { defaultMessage: 'Source' }),
    sortable: true,
    truncateText: true,
  },
  {
    field: 'destination',
    name: i18n.translate('awsSiem.flows.destination', { defaultMessage: 'Destination' }),
    sortable: true,
    truncateText: true,
  },
  number('flows', i18n.translate('awsSiem.flows.flows', { defaultMessage: 'Flows' }), '76px'),
  {
    field: 'bytes',
    name: i18n.translate('awsSiem.flows.bytes', { defaultMessage: 'Bytes' }),
    width: '88px',
    align: 'right',
    sortable: true,
    render: (bytes: number) => <span className="siem-number">{formatBytes(bytes)}</span>,
  },
  number('accepted', i18n.translate('awsSiem.flows.accepted', { defaultMessage: 'Accepted' }), '96px'),
  number('rejected', i18n.translate('awsSiem.flows.rejected', { defaultMessage: 'Rejected' }), '92px'),
];

/** Who talked to whom in the VPCs, most flows first. */
export function FlowsTable({ flows }: { flows: Flow[] }) {
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemFlows">
      <EuiTitle size="xs">
        <h2>{CAPTION}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiInMemoryTable
        items={flows}
        columns={COLUMNS}
        compressed
        responsive={false}
        tableCaption={CAPTION}
        sorting={{ sort: { field: 'flows', direction: 'desc' } }}
        pagination={{ initialPageSize: 10, hidePerPageOptions: true }}
        message={
          <FormattedMessage
            id="awsSiem.flows.empty"
            defaultMessage="No VPC flows in this period. A VPC Flow Logs source brings them here."
          />
        }
      />
    </EuiPanel>
  );
}

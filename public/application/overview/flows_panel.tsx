import { i18n } from '@osd/i18n';
import React from 'react';
import type { Flow } from '../../../common/overview';
import { DiscoverLink } from '../../components/discover_link';
import { EventValue, useEventScope } from '../../components/event_value';
import { formatBytes, formatNumber } from '../../services/format';
import { phraseFilter } from '../../services/phrase_filter';
import { NoRows } from './signal_panel';
import { numberColumn, TopTable } from '../../components/top_table';

/** Who talked to whom in the VPCs, most flows first. */
export function FlowsPanel({ flows, isDelivered }: { flows: Flow[]; isDelivered: boolean }) {
  const { search } = useEventScope();
  const searchOf = ({ source, destination }: Flow) => ({
    ...search,
    filters: [
      ...(search.filters ?? []),
      phraseFilter('type', 'vpcflow'),
      phraseFilter('source.ip', source),
      phraseFilter('destination.ip', destination),
    ],
  });
  return (
    <TopTable
      title={i18n.translate('awsSiem.flows.title', { defaultMessage: 'VPC flows by source and destination' })}
      rows={flows}
      columns={[
        {
          name: i18n.translate('awsSiem.flows.source', { defaultMessage: 'Source' }),
          render: ({ source }: Flow) => <EventValue field="source.ip" value={source} />,
        },
        {
          name: i18n.translate('awsSiem.flows.destination', { defaultMessage: 'Destination' }),
          render: ({ destination }: Flow) => <EventValue field="destination.ip" value={destination} />,
        },
        numberColumn<Flow>(
          i18n.translate('awsSiem.flows.flows', { defaultMessage: 'Flows' }),
          '84px',
          (flow) => <DiscoverLink search={searchOf(flow)}>{formatNumber(flow.flows)}</DiscoverLink>,
        ),
        numberColumn<Flow>(
          i18n.translate('awsSiem.flows.bytes', { defaultMessage: 'Bytes' }),
          '92px',
          ({ bytes }) => formatBytes(bytes),
        ),
        numberColumn<Flow>(
          i18n.translate('awsSiem.flows.accepted', { defaultMessage: 'Accepted' }),
          '92px',
          ({ accepted }) => formatNumber(accepted),
        ),
        numberColumn<Flow>(
          i18n.translate('awsSiem.flows.rejected', { defaultMessage: 'Rejected' }),
          '92px',
          ({ rejected }) => formatNumber(rejected),
        ),
      ]}
      empty={<NoRows isDelivered={isDelivered} type="vpcflow" />}
      className="siem-tablePanel--wide"
      testSubject="siemFlows"
    />
  );
}

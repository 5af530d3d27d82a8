import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { SignalCount, TopRow } from '../../../common/overview';
import { signalOf, signalQuery } from '../../../common/signal';
import { DiscoverLink } from '../../components/discover_link';
import { EventValue, useEventScope } from '../../components/event_value';
import { useLinkTo } from '../../components/use_link_to';
import { queryFilter } from '../../services/event_filters';
import { fieldTitle, signalTitle } from '../../services/field_titles';
import { formatNumber } from '../../services/format';
import { phraseFilter } from '../../services/phrase_filter';
import { numberColumn, timeAgo, TopTable } from '../../components/top_table';

interface Props {
  signal: SignalCount;
  /** Log types that some source brings, or that have events. */
  delivered: ReadonlySet<string>;
}

/** Whom a signal is about, most events first. */
export function SignalPanel({ signal: { id, count, rows }, delivered }: Props) {
  const { search } = useEventScope();
  const { type, fields, distinct } = signalOf(id);
  const own = { ...search, filters: [...(search.filters ?? []), queryFilter(signalQuery(id))] };
  const searchOf = ({ values }: TopRow) => ({
    ...own,
    filters: [
      ...own.filters,
      ...fields.flatMap((field, index) => (values[index] ? [phraseFilter(field, values[index] ?? '')] : [])),
    ],
  });
  return (
    <TopTable
      title={signalTitle(id)}
      note={count > 0 && <DiscoverLink search={own}>{formatNumber(count)}</DiscoverLink>}
      rows={rows}
      columns={[
        ...fields.map((field, index) => ({
          name: fieldTitle(field),
          render: ({ values }: TopRow) => <EventValue field={field} value={values[index] ?? ''} />,
        })),
        ...(distinct === undefined
          ? []
          : [
              numberColumn<TopRow>(distinctTitle(distinct), '76px', (row) => formatNumber(row.distinct ?? 0)),
            ]),
        numberColumn<TopRow>(
          i18n.translate('awsSiem.signalPanel.events', { defaultMessage: 'Events' }),
          '76px',
          (row) => <DiscoverLink search={searchOf(row)}>{formatNumber(row.count)}</DiscoverLink>,
        ),
        numberColumn<TopRow>(
          i18n.translate('awsSiem.signalPanel.last', { defaultMessage: 'Last' }),
          '76px',
          ({ last }) => timeAgo(last),
        ),
      ]}
      empty={<NoRows isDelivered={delivered.has(type)} type={type} />}
      testSubject={`siemTop-${id}`}
    />
  );
}

function distinctTitle(field: string): string {
  switch (field) {
    case 'destination.port':
      return i18n.translate('awsSiem.signalPanel.ports', { defaultMessage: 'Ports' });
    case 'aws.s3access.key':
      return i18n.translate('awsSiem.signalPanel.objects', { defaultMessage: 'Objects' });
    case 'url.path':
      return i18n.translate('awsSiem.signalPanel.paths', { defaultMessage: 'Paths' });
    default:
      return fieldTitle(field);
  }
}

/** None is good news only where somebody looks. */
export function NoRows({ isDelivered, type }: { isDelivered: boolean; type: string }) {
  const linkTo = useLinkTo();
  if (isDelivered) {
    return <FormattedMessage id="awsSiem.signalPanel.none" defaultMessage="None in this period." />;
  }
  return (
    <FormattedMessage
      id="awsSiem.signalPanel.notDelivered"
      defaultMessage="Not known: no source brings logs of the type {type}. {add} to see them here."
      values={{
        type,
        add: (
          <EuiLink {...linkTo('/sources/new')}>
            <FormattedMessage id="awsSiem.signalPanel.add" defaultMessage="Add one" />
          </EuiLink>
        ),
      }}
    />
  );
}

import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { Talker } from '../../../common/overview';
import { Country } from '../../components/country';
import { DiscoverLink } from '../../components/discover_link';
import { EventValue, useEventScope } from '../../components/event_value';
import { formatNumber } from '../../services/format';
import { phraseFilter } from '../../services/phrase_filter';
import { numberColumn, TopTable } from '../../components/top_table';

/** Which addresses from outside send most, and what is known of them. */
export function TalkersPanel({ talkers }: { talkers: Talker[] }) {
  const { search } = useEventScope();
  const searchOf = (ip: string) => ({
    ...search,
    filters: [...(search.filters ?? []), phraseFilter('source.ip', ip)],
  });
  return (
    <TopTable
      title={i18n.translate('awsSiem.talkers.title', { defaultMessage: 'Top talkers from outside' })}
      rows={talkers}
      columns={[
        {
          name: i18n.translate('awsSiem.talkers.address', { defaultMessage: 'Address' }),
          render: ({ ip, feeds }: Talker) => (
            <>
              <EventValue field="source.ip" value={ip} />
              {feeds.map((feed) => (
                <EuiBadge key={feed} color="danger">
                  {feed}
                </EuiBadge>
              ))}
            </>
          ),
        },
        {
          name: i18n.translate('awsSiem.talkers.country', { defaultMessage: 'Country and network' }),
          render: ({ country, network }: Talker) => (
            <span className="siem-oneLine">
              {country ? <Country code={country} /> : '–'}
              {network && ` · ${network}`}
            </span>
          ),
        },
        {
          name: i18n.translate('awsSiem.talkers.types', { defaultMessage: 'Seen in' }),
          render: ({ types }: Talker) => (
            <span className="siem-oneLine" title={types.join(', ')}>
              {types.join(', ')}
            </span>
          ),
        },
        numberColumn<Talker>(
          i18n.translate('awsSiem.talkers.events', { defaultMessage: 'Events' }),
          '76px',
          ({ ip, count }) => <DiscoverLink search={searchOf(ip)}>{formatNumber(count)}</DiscoverLink>,
        ),
      ]}
      empty={
        <FormattedMessage
          id="awsSiem.talkers.none"
          defaultMessage="No events from addresses outside of private networks in this period."
        />
      }
      testSubject="siemTalkers"
    />
  );
}

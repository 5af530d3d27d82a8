import { EuiBadge } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { AddressFacts, ExploreResponse } from '../../../common/explore';
import { ChangeNote } from '../../components/change_note';
import { countryName } from '../../components/country';
import { DiscoverLink } from '../../components/discover_link';
import { useEventScope } from '../../components/event_value';
import { Fact } from '../../components/fact';
import { useTimeFormat } from '../../components/use_time_format';
import { formatDuration, formatNumber } from '../../services/format';
import { rangeLength, type TimeRange } from '../../services/time_range';

/** How much and when, and what enrichment knows. */
export function EntityFacts({ known, range }: { known: ExploreResponse; range: TimeRange }) {
  const formatTime = useTimeFormat();
  const { search } = useEventScope();
  const { count, before, firstSeen, lastSeen, alerts, facts } = known;
  const ago = (time: string) =>
    i18n.translate('awsSiem.explore.ago', {
      defaultMessage: '{time} ago',
      values: { time: formatDuration(Date.now() - Date.parse(time)) },
    });
  return (
    <div className="siem-grid siem-gap siem-facts">
      <Fact
        label={i18n.translate('awsSiem.explore.events', { defaultMessage: 'Events' })}
        value={<DiscoverLink search={search}>{formatNumber(count)}</DiscoverLink>}
        note={
          <>
            <ChangeNote count={count} before={before} />{' '}
            {i18n.translate('awsSiem.explore.before', {
              defaultMessage: 'vs. {period} before',
              values: { period: formatDuration(rangeLength(range)) },
            })}
          </>
        }
        testSubject="siemExploreEvents"
      />
      <Fact
        label={i18n.translate('awsSiem.explore.alerts', { defaultMessage: 'Alerts' })}
        value={formatNumber(alerts.total)}
        note={i18n.translate('awsSiem.explore.alertsNote', { defaultMessage: 'about it in this period' })}
      />
      <Fact
        label={i18n.translate('awsSiem.explore.firstSeen', { defaultMessage: 'First seen' })}
        value={firstSeen ? ago(firstSeen) : '–'}
        note={firstSeen && formatTime(firstSeen)}
      />
      <Fact
        label={i18n.translate('awsSiem.explore.lastSeen', { defaultMessage: 'Last seen' })}
        value={lastSeen ? ago(lastSeen) : '–'}
        note={lastSeen && formatTime(lastSeen)}
      />
      {facts && <PlaceFact facts={facts} />}
    </div>
  );
}

function PlaceFact({ facts: { countries, cities, networks, feeds } }: { facts: AddressFacts }) {
  const place = [...cities, ...countries.map(countryName)].join(', ');
  return (
    <>
      <Fact
        label={i18n.translate('awsSiem.explore.place', { defaultMessage: 'Country and network' })}
        value={
          place || i18n.translate('awsSiem.explore.noPlace', { defaultMessage: 'Private, or not known' })
        }
        note={networks.join(', ')}
      />
      <Fact
        label={i18n.translate('awsSiem.explore.feeds', { defaultMessage: 'Indicator lists' })}
        value={
          feeds.length === 0
            ? i18n.translate('awsSiem.explore.noFeeds', { defaultMessage: 'On none' })
            : feeds.map((feed) => (
                <EuiBadge key={feed} color="danger">
                  {feed}
                </EuiBadge>
              ))
        }
      />
    </>
  );
}

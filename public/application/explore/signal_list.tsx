import { i18n } from '@osd/i18n';
import React from 'react';
import type { ExploreResponse } from '../../../common/explore';
import { signalQuery } from '../../../common/signal';
import { DiscoverLink } from '../../components/discover_link';
import { useEventScope } from '../../components/event_value';
import { TitledPanel } from '../../components/titled_panel';
import { queryFilter } from '../../services/event_filters';
import { signalTitle } from '../../services/field_titles';
import { formatNumber } from '../../services/format';

/** Which of the entity's events are worth a look. */
export function SignalList({ signals }: { signals: ExploreResponse['signals'] }) {
  const { search } = useEventScope();
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.explore.signals', { defaultMessage: 'Signals' })}
      className="siem-gap"
      testSubject="siemExploreSignals"
    >
      <ul className="siem-signalList">
        {signals.map(({ id, count }) => (
          <li key={id}>
            <span className="siem-tileValue">
              <DiscoverLink
                search={{ ...search, filters: [...(search.filters ?? []), queryFilter(signalQuery(id))] }}
              >
                {formatNumber(count)}
              </DiscoverLink>
            </span>{' '}
            {signalTitle(id)}
          </li>
        ))}
      </ul>
    </TitledPanel>
  );
}

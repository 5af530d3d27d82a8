import React from 'react';
import type { EventFilter } from '../../../common/event_filter';
import type { OverviewResponse } from '../../../common/overview';
import { LOGS_PATTERN } from '../../../common/plugin';
import { EventScopeProvider } from '../../components/event_value';
import type { EventSearchState } from '../../components/filters/query_bar';
import { addFilter, discoverFilters } from '../../services/event_filters';
import type { TimeRange } from '../../services/time_range';
import { useMoments } from '../../services/use_moments';
import { AlertsPanel } from './alerts_panel';
import { BlindPanel } from './blind_panel';
import { EventsPanel } from './events_panel';
import { FlowsPanel } from './flows_panel';
import { SignalPanel } from './signal_panel';
import { SignalTiles } from './signal_tiles';
import { TalkersPanel } from './talkers_panel';

interface Props {
  overview: OverviewResponse;
  /** A newer answer is on its way. */
  stale: boolean;
  search: EventSearchState;
  range: TimeRange;
  onFilters(filters: EventFilter[]): void;
  onRange(range: TimeRange): void;
}

/** The answer of the overview, part by part: alerts and what is blind, then what changed, then who. */
export function OverviewPanels({ overview, stale, search, range, onFilters, onRange }: Props) {
  const moments = useMoments(range, overview);
  const { query, language, filters } = search;
  const scope = {
    search: { index: LOGS_PATTERN, query, language, filters: discoverFilters(filters), time: range },
    onFilter: (filter: EventFilter) => onFilters(addFilter(filters, filter)),
  };
  const delivered = new Set([
    ...overview.sources.map(({ logType }) => logType),
    ...overview.types.map(({ type }) => type),
  ]);
  return (
    <EventScopeProvider value={scope}>
      <div className={stale ? 'siem-stale' : undefined} aria-busy={stale}>
        <div className="siem-grid siem-gap siem-top">
          <AlertsPanel alerts={overview.alerts} intervalMs={overview.histogram.intervalMs} range={range} />
          <BlindPanel attention={overview.attention} sources={overview.sources} />
        </div>
        <SignalTiles signals={overview.signals} range={range} filters={filters} onFilters={onFilters} />
        <EventsPanel
          overview={overview}
          range={range}
          moments={moments}
          filters={filters}
          onFilters={onFilters}
          onRange={onRange}
        />
        <div className="siem-grid siem-tables">
          <FlowsPanel flows={overview.flows} isDelivered={delivered.has('vpcflow')} />
          <TalkersPanel talkers={overview.talkers} />
          {overview.signals.map((signal) => (
            <SignalPanel key={signal.id} signal={signal} delivered={delivered} />
          ))}
        </div>
      </div>
    </EventScopeProvider>
  );
}

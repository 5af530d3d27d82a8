import { EuiButtonEmpty, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { EventFilter } from '../../../common/event_filter';
import type { OverviewResponse } from '../../../common/overview';
import { DiscoverLink } from '../../components/discover_link';
import { EventHistogram } from '../../components/event_histogram/event_histogram';
import { HistogramTable } from '../../components/event_histogram/histogram_table';
import { useEventScope } from '../../components/event_value';
import { TitledPanel } from '../../components/titled_panel';
import { formatDuration, formatNumber } from '../../services/format';
import { rangeLength, type TimeRange } from '../../services/time_range';
import { TypeList } from './type_list';

interface Props {
  overview: OverviewResponse;
  /** As the page has it, and the moments in ISO 8601 that it means. */
  range: TimeRange;
  moments: TimeRange;
  filters: readonly EventFilter[];
  onFilters(filters: EventFilter[]): void;
  onRange(range: TimeRange): void;
}

/** Events by log type and over time. */
export function EventsPanel({ overview, range, moments, filters, onFilters, onRange }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { search } = useEventScope();
  const { histogram, types } = overview;
  const total = types.reduce((sum, { count }) => sum + count, 0);
  const isEmpty = histogram.points.length === 0;
  return (
    <div className="siem-gap">
      <TitledPanel
        title={i18n.translate('awsSiem.events.title', { defaultMessage: 'Events' })}
        note={
          <>
            <DiscoverLink search={search}>{formatNumber(total)}</DiscoverLink>
            {i18n.translate('awsSiem.events.note', {
              defaultMessage: ' · compared with the {period} before · bars of {interval}',
              values: {
                period: formatDuration(rangeLength(range)),
                interval: formatDuration(histogram.intervalMs),
              },
            })}
          </>
        }
        actions={
          <EuiButtonEmpty
            size="xs"
            iconType={asTable ? 'visBarVerticalStacked' : 'tableDensityNormal'}
            onClick={() => setAsTable(!asTable)}
            data-test-subj="siemHistogramToggle"
          >
            {asTable ? (
              <FormattedMessage id="awsSiem.histogram.asChart" defaultMessage="Show as chart" />
            ) : (
              <FormattedMessage id="awsSiem.histogram.asTable" defaultMessage="Show as table" />
            )}
          </EuiButtonEmpty>
        }
        className="siem-eventsPanel"
      >
        <div className="siem-events">
          <TypeList types={types} filters={filters} onFilters={onFilters} />
          <div className="siem-eventsChart">
            {isEmpty && <NoEvents />}
            {!isEmpty && asTable && <HistogramTable histogram={histogram} types={types} />}
            {!isEmpty && !asTable && (
              <EventHistogram histogram={histogram} types={types} range={moments} onRange={onRange} />
            )}
          </div>
        </div>
      </TitledPanel>
    </div>
  );
}

function NoEvents() {
  return (
    <div className="siem-noData">
      <EuiText size="s" color="subdued" textAlign="center">
        <FormattedMessage
          id="awsSiem.histogram.empty"
          defaultMessage="No events in this period. Choose a longer one, clear the search, or look at the sources."
        />
      </EuiText>
    </div>
  );
}

import { EuiSpacer } from '@elastic/eui';
import React, { useMemo } from 'react';
import type { OverviewResponse } from '../../../common/api';
import { resolveRange, type TimeRange } from '../../services/time_range';
import { Attention } from './attention';
import { EventHistogram } from './event_histogram';
import { FlowsTable } from './flows_table';
import { RecentAlerts } from './recent_alerts';
import { TypeMetrics } from './type_metrics';

interface Props {
  overview: OverviewResponse;
  /** A newer answer is on its way. */
  stale: boolean;
  query: string;
  range: TimeRange;
  onQuery(query: string): void;
  onRange(range: TimeRange): void;
}

/** The answer of the overview, part by part. */
export function OverviewPanels({ overview, stale, query, range, onQuery, onRange }: Props) {
  const { from, to } = range;
  // The answer's own moment: with a relative period the axis moves only when there is a newer answer.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const moments = useMemo(() => resolveRange({ from, to }), [from, to, overview]);
  return (
    <div className={stale ? 'siem-stale' : undefined} aria-busy={stale}>
      <Attention items={overview.attention} />
      <TypeMetrics overview={overview} query={query} range={range} onQuery={onQuery} />
      <EuiSpacer size="m" />
      <EventHistogram overview={overview} range={moments} onRange={onRange} />
      <EuiSpacer size="m" />
      <div className="siem-grid siem-halves">
        <RecentAlerts alerts={overview.alerts} range={range} />
        <FlowsTable flows={overview.flows} />
      </div>
    </div>
  );
}

import { BarSeries } from '@elastic/charts';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { AlertCountsResponse } from '../../../../common/alert_counts';
import { TimeChart } from '../../../components/time_chart';
import type { TimeRange } from '../../../services/time_range';

const COLOR = '#D36086';

interface Props {
  /** Of one rule. */
  counts: AlertCountsResponse;
  /** In ISO 8601. */
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** Bars of a rule's alerts; dragging over them zooms the period. */
export function AlertsChart({ counts: { from, intervalMs, rules }, range, onRange }: Props) {
  const start = Date.parse(from);
  const name = i18n.translate('awsSiem.ruleAlerts.series', { defaultMessage: 'Alerts' });
  // Without a bar the chart would draw no axes.
  const counts = rules[0]?.counts ?? [0];
  return (
    <div className="siem-chart" data-test-subj="siemRuleAlertsChart">
      <TimeChart range={range} intervalMs={intervalMs} onRange={onRange} label={name} integersOnly>
        {(series) => (
          <BarSeries
            {...series}
            id="alerts"
            name={name}
            color={COLOR}
            data={counts.map((count, part) => ({ at: start + part * intervalMs, count }))}
          />
        )}
      </TimeChart>
    </div>
  );
}

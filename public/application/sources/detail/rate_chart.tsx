import { BarSeries } from '@elastic/charts';
import { EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RateResponse } from '../../../../common/source_detail';
import { TimeChart } from '../../../components/time_chart';
import type { TimeRange } from '../../../services/time_range';

interface Props {
  rate: RateResponse;
  /** In ISO 8601. */
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** Bars of a source's events; dragging over them zooms the period. */
export function RateChart({ rate: { points, intervalMs }, range, onRange }: Props) {
  if (points.length === 0) {
    return (
      <div className="siem-loading siem-chart">
        <EuiText size="s" color="subdued" textAlign="center">
          <FormattedMessage
            id="awsSiem.rate.empty"
            defaultMessage="No events in this period. Choose a longer one, or look at the objects that were read."
          />
        </EuiText>
      </div>
    );
  }
  const name = i18n.translate('awsSiem.rate.series', { defaultMessage: 'Events' });
  return (
    <div className="siem-chart" data-test-subj="siemRateChart">
      <TimeChart range={range} intervalMs={intervalMs} onRange={onRange} label={name}>
        {(series) => <BarSeries {...series} id="events" name={name} data={points} />}
      </TimeChart>
    </div>
  );
}

import { EuiIcon, EuiPanel, EuiText, EuiTextColor } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { OverviewResponse } from '../../../common/api';
import { formatChange, formatDuration, formatNumber } from '../../services/format';
import { rangeLength, type TimeRange } from '../../services/time_range';
import { hasTypeFilter, toggleTypeFilter } from '../../services/toggle_type_filter';

type TypeCount = OverviewResponse['types'][number];

interface Props {
  overview: OverviewResponse;
  query: string;
  range: TimeRange;
  onQuery(query: string): void;
}

/** Events per log type against the period before; a click narrows the page to the type, another one widens it again. */
export function TypeMetrics({ overview: { types }, query, range, onQuery }: Props) {
  const period = formatDuration(rangeLength(range));
  return (
    <div className="siem-grid siem-metrics">
      {types.map((type) => (
        <Metric
          key={type.type}
          type={type}
          period={period}
          selected={hasTypeFilter(query, type.type)}
          onClick={() => onQuery(toggleTypeFilter(query, type.type))}
        />
      ))}
    </div>
  );
}

interface MetricProps {
  type: TypeCount;
  period: string;
  selected: boolean;
  onClick(): void;
}

function Metric({ type: { type, title, count, before }, period, selected, onClick }: MetricProps) {
  const change = formatChange(count, before);
  const icon = { up: 'sortUp', down: 'sortDown', same: 'minus' }[change.direction];
  return (
    <EuiPanel
      className="siem-metric"
      paddingSize="m"
      hasShadow={false}
      onClick={onClick}
      aria-pressed={selected}
      color={selected ? 'subdued' : 'plain'}
      title={
        selected
          ? i18n.translate('awsSiem.metric.unfilter', { defaultMessage: 'Show all types again' })
          : i18n.translate('awsSiem.metric.filter', {
              defaultMessage: 'Show only {title}',
              values: { title },
            })
      }
      data-test-subj={`siemMetric-${type}`}
    >
      <EuiText size="s">
        {selected && <EuiIcon type="filter" size="s" />} {title}
      </EuiText>
      <div className="siem-metricValue" data-test-subj={`siemMetricValue-${type}`} data-value={count}>
        <EuiTextColor color={count === 0 ? 'subdued' : 'default'}>{formatNumber(count)}</EuiTextColor>
      </div>
      <EuiText size="xs" color="subdued">
        <EuiIcon type={icon} size="s" />{' '}
        {i18n.translate('awsSiem.metric.change', {
          defaultMessage: '{change} vs. previous {period}',
          values: { change: change.text, period },
        })}
      </EuiText>
    </EuiPanel>
  );
}

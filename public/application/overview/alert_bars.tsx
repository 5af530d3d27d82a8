import React from 'react';
import { SEVERITY_COLORS } from '../../../common/colors';
import type { OverviewResponse } from '../../../common/overview';
import { SEVERITIES } from '../../../common/rule';
import { resolveRange, type TimeRange } from '../../services/time_range';

const HEIGHT = 32;

interface Props {
  histogram: OverviewResponse['alerts']['histogram'];
  intervalMs: number;
  range: TimeRange;
}

/** When alerts came, stacked by severity; a shape only, the numbers are above. */
export function AlertBars({ histogram, intervalMs, range }: Props) {
  const { from, to } = resolveRange(range);
  const first = Math.floor(Date.parse(from) / intervalMs);
  const bars = Math.max(1, Math.ceil(Date.parse(to) / intervalMs) - first);
  const totals = new Map<number, number>();
  for (const { at, count } of histogram) totals.set(at, (totals.get(at) ?? 0) + count);
  const most = Math.max(1, ...totals.values());
  const filled = new Map<number, number>();
  const worstBelow = [...histogram].sort(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity),
  );
  return (
    <svg
      className="siem-alertBars"
      viewBox={`0 0 ${bars} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="siem-alertBase" x={0} y={HEIGHT - 0.5} width={bars} height={0.5} />
      {worstBelow.map(({ at, severity, count }) => {
        const height = (count / most) * HEIGHT;
        const below = filled.get(at) ?? 0;
        filled.set(at, below + height);
        return (
          <rect
            key={`${at}-${severity}`}
            x={at / intervalMs - first + 0.1}
            y={HEIGHT - below - height}
            width={0.8}
            height={height}
            fill={SEVERITY_COLORS[severity]}
          />
        );
      })}
    </svg>
  );
}

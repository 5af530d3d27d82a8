import React from 'react';
import { Sparkline } from '../../components/sparkline';
import { formatNumber } from '../../services/format';

interface Props {
  /** One for each part of the period, oldest first. */
  counts: readonly number[];
  total: number;
}

/** The number of alerts of the last day, and when they came. */
export function AlertSparkline({ counts, total }: Props) {
  return (
    <span className="siem-spark">
      <span className="siem-number">{formatNumber(total)}</span>
      <span className="siem-sparkShape">
        <Sparkline values={counts} />
      </span>
    </span>
  );
}

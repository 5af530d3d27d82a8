import { i18n } from '@osd/i18n';
import React from 'react';
import { formatNumber } from '../../services/format';

const WIDTH = 72;
const HEIGHT = 20;

interface Props {
  /** One for each part of the period, oldest first. */
  counts: readonly number[];
  total: number;
}

/** The number of alerts of the last day, and when they came. */
export function AlertSparkline({ counts, total }: Props) {
  const most = Math.max(1, ...counts);
  const width = WIDTH / Math.max(1, counts.length);
  return (
    <span className="siem-spark">
      <span className="siem-number">{formatNumber(total)}</span>
      <svg
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={i18n.translate('awsSiem.rules.sparkline', {
          defaultMessage: 'Alerts by hour, at most {most} in one',
          values: { most: formatNumber(Math.max(0, ...counts)) },
        })}
      >
        <rect className="siem-sparkBase" x={0} y={HEIGHT - 1} width={WIDTH} height={1} />
        {counts.map((count, index) => {
          if (count === 0) return null;
          const height = Math.max(2, (count / most) * HEIGHT);
          return (
            <rect
              key={index}
              className="siem-sparkBar"
              x={index * width}
              y={HEIGHT - height}
              width={Math.max(1, width - 1)}
              height={height}
            />
          );
        })}
      </svg>
    </span>
  );
}

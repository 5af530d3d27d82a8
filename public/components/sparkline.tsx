import React from 'react';

const WIDTH = 100;
const HEIGHT = 24;

/** A row of bars without axes, for the shape of a count over time; the numbers it goes with are beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length);
  return (
    <svg
      className="siem-sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {values.map((value, index) => {
        // Few are still seen beside very many.
        const height = value === 0 ? 0.5 : Math.max(2, (value / most) * HEIGHT);
        return (
          <rect
            key={index}
            x={index * step}
            y={HEIGHT - height}
            width={Math.max(0.5, step * 0.75)}
            height={height}
          />
        );
      })}
    </svg>
  );
}

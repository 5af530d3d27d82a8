import { SiemError } from '../errors';
import { type Clause, timeClause } from '../detect/clauses';

const TARGET_BARS = 60;

/** Widths a histogram may have, in milliseconds: those people read a clock by. */
const STEPS = [1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 43_200, 86_400, 604_800, 2_592_000].map(
  (s) => s * 1_000,
);

/** What a page looks at, in epoch milliseconds. */
export interface Period {
  from: number;
  to: number;
  /** The start of the period of the same length just before. */
  before: number;
  /** Width of the histogram's bars. */
  intervalMs: number;
}

/** Fails with `invalid_input` where the period ends before it begins. */
export function periodOf(body: { from: string; to: string }): Period {
  const from = Date.parse(body.from);
  const to = Date.parse(body.to);
  if (!(from < to)) {
    throw new SiemError('invalid_input', 'The period ends before it begins: choose a later end.');
  }
  return { from, to, before: from - (to - from), intervalMs: histogramInterval(from, to) };
}

/** The smallest width that makes at most about sixty bars of the period. */
export function histogramInterval(from: number, to: number): number {
  return STEPS.find((step) => (to - from) / step <= TARGET_BARS) ?? (STEPS[STEPS.length - 1] as number);
}

/** A `date_histogram` of the period's bars, with `aggs` in each. */
export function barsOf({ intervalMs }: Period, aggs?: object): object {
  return {
    date_histogram: { field: '@timestamp', fixed_interval: `${intervalMs}ms`, min_doc_count: 1 },
    ...(aggs && { aggs }),
  };
}

export function duringPeriod({ from, to }: Period): Clause {
  return timeClause('@timestamp', [{ from, to }]);
}

export function beforePeriod({ before, from }: Period): Clause {
  return timeClause('@timestamp', [{ from: before, to: from }]);
}

/** The period together with the one before. */
export function bothPeriods({ before, to }: Period): Clause {
  return timeClause('@timestamp', [{ from: before, to }]);
}

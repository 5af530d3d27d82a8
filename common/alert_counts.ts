import type * as t from 'io-ts';
import { integerFromText, IsoTime, text } from './codec';
import { object } from './object_codec';

/** Alerts by when they were last seen, as the alert history has them. */
export const AlertCountsQuery = object(
  { from: IsoTime, to: IsoTime },
  {
    /** Of one rule only. */
    ruleId: text(128),
    /** Into how many parts the period is cut, 24 unless given. */
    parts: integerFromText(1, 200),
  },
);
export type AlertCountsQuery = t.TypeOf<typeof AlertCountsQuery>;

export interface AlertCountsResponse {
  /** Begin of the first part, ISO, and the length of each. */
  from: string;
  intervalMs: number;
  /** Rules with alerts in the period, those with most first; a count for each part. */
  rules: Array<{ ruleId: string; total: number; counts: number[] }>;
}

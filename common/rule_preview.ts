import type * as t from 'io-ts';
import { oneOf } from './codec';
import { object } from './object_codec';
import { RuleInput } from './rule';

/** How far back a rule can be tried. */
export const PREVIEW_PERIODS = ['1h', '24h', '7d'] as const;

export const PreviewBody = object({ rule: RuleInput, period: oneOf(PREVIEW_PERIODS) });
export type PreviewBody = t.TypeOf<typeof PreviewBody>;

export interface PreviewPoint {
  /** End of the window, epoch milliseconds; of several windows together the one with the greatest value. */
  at: number;
  value: number;
  fired: boolean;
}

/** What a rule would have done had it been there. */
export interface PreviewResponse {
  /** ISO. */
  from: string;
  to: string;
  /** How many windows were judged, and whether that is all the period has. */
  windows: number;
  /** The groups that came closest to an alert, worst first, at most 8, and how many there are in all. */
  series: Array<{ group: string; points: PreviewPoint[] }>;
  groups: number;
  limits: { above?: number; below?: number };
  alerts: {
    total: number;
    /** At this rate. */
    perDay: number;
    /** Those with the most alerts, at most 20. */
    groups: Array<{ group: string; alerts: number; value: number; reason: string }>;
  };
  /** The newest events that the rule's query and filters find, at most 10. */
  events: Array<Record<string, unknown>>;
  /** Events that the query and filters find in the period; `at least` this many where `more`. */
  matching: { count: number; more: boolean };
  /** Milliseconds that OpenSearch took for all of the period, and about how many a run will take. */
  took: number;
  tookPerRun: number;
  warnings: string[];
}

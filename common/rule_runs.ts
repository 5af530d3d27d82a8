import * as t from 'io-ts';
import type { ListResponse } from './api';
import { integerFromText, IsoTime, oneOf, text } from './codec';
import { object } from './object_codec';
import { QUERY_LANGUAGES } from './rule';

/** One run of a rule that searched something, or failed to. */
export interface RuleRun {
  /** When it began, ISO. */
  at: string;
  /** Milliseconds of searching, of all its searches together. */
  took: number;
  windows: number;
  /** Events in the windows that fired. */
  events: number;
  /** Alerts newly made, and those that grew. */
  made: number;
  grown: number;
  warnings?: string[];
  error?: { code: string; message: string };
  /** Of runs in a row that found nothing, told as one: how many they were, and when the first began (ISO). The rest is of the last. */
  uneventful?: { runs: number; since: string };
}

/** Runs of one rule, newest first; only the last few are kept. */
export type RuleRunsResponse = ListResponse<RuleRun>;

/** What makes a run worth an entry in the execution log; ordinary runs are not in it. */
export const RULE_LOG_EVENTS = [
  'fired',
  'failed',
  'recovered',
  'gap_opened',
  'gap_filled',
  'caught_up',
  'capped',
] as const;
export type RuleLogEvent = (typeof RULE_LOG_EVENTS)[number];

/** One entry of the execution log, a document of `siem-rule-log-<month>`. */
export interface RuleLogEntry {
  '@timestamp': string;
  event: { kind: 'event'; module: 'aws_siem'; action: RuleLogEvent };
  rule: { id: string; name: string };
  /** What happened, in a sentence. */
  message: string;
  run: RuleRun;
}

export const RuleLogQuery = object(
  {},
  {
    from: IsoTime,
    to: IsoTime,
    /** Over `siem-rule-log-*`; Lucene unless `language` says otherwise. */
    query: t.string,
    language: oneOf(QUERY_LANGUAGES),
    ruleId: text(128),
    event: oneOf(RULE_LOG_EVENTS),
    page: integerFromText(0, 10_000),
    size: integerFromText(1, 500),
  },
);
export type RuleLogQuery = t.TypeOf<typeof RuleLogQuery>;
export type RuleLogResponse = ListResponse<RuleLogEntry>;

import * as t from 'io-ts';
import { integer, IsoTime, oneOf, pattern, text } from './codec';
import { Duration } from './duration';
import { maxItems, Query } from './field';
import { object } from './object_codec';

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Risk scores that go with a severity unless the user says otherwise (those of Elastic's rules, so that imported ones compare). */
export const RISK_SCORES: Record<Severity, number> = { low: 21, medium: 47, high: 73, critical: 99 };

/** Languages of queries, by the names that OSD has for them: `kuery` is DQL. */
export const QUERY_LANGUAGES = ['lucene', 'kuery'] as const;
export type QueryLanguage = (typeof QUERY_LANGUAGES)[number];

/** A filter as OSD keeps it: `meta` says if it is negated or disabled, the rest is query DSL. */
export const Filter = t.UnknownRecord;

/** What a rule searches. The pattern's title and time field are kept, never only its id, which means nothing outside its tenant. */
export const RuleIndex = object(
  { title: text(500), timeField: text(200) },
  /** OpenSearch's types of the fields its queries mention, by name, as they were when the rule was saved; set by the server. */
  { fieldTypes: t.record(t.string, t.string) },
);

/** Events that match are none of the rule's business: an address of one's own, a known batch job. */
const RuleException = object({ query: text(10_000) }, { comment: text(2_000), expiresAt: IsoTime });

/** MITRE ATT&CK ids, such as `TA0001` and `T1078` or `T1078.004`. */
const Threat = object(
  { tactic: pattern(/^TA\d{4}$/, 'the id of a tactic such as TA0001') },
  { technique: pattern(/^T\d{4}(\.\d{3})?$/, 'the id of a technique such as T1078 or T1078.004') },
);
export type Threat = t.TypeOf<typeof Threat>;

/** An event kept with a rule: it must be among those that the rule's query and filters find, or must not. */
const RuleSample = object({
  name: text(200),
  expect: oneOf(['hit', 'miss'] as const),
  event: t.UnknownRecord,
});
export type RuleSample = t.TypeOf<typeof RuleSample>;

/** What a user says about a rule. `params` are the fields that the rule's type declares. */
export const RuleInput = object(
  {
    name: text(200),
    type: text(50),
    enabled: t.boolean,
    index: RuleIndex,
    /** Empty means every event. */
    query: Query,
    filters: maxItems(t.array(Filter), 50),
    params: t.UnknownRecord,
    /** How often a window ends; divides the window. */
    interval: Duration,
    severity: oneOf(SEVERITIES),
    /** Ids of channels that are told of new alerts. */
    channels: maxItems(t.array(text(100)), 20),
  },
  {
    /** Of the query, the exceptions and queries among the params; Lucene unless given. */
    language: oneOf(QUERY_LANGUAGES),
    /** Of dates in queries that name none, such as `Europe/Berlin`; UTC unless given. */
    timeZone: text(60),
    exceptions: maxItems(t.array(RuleException), 100),
    description: text(2_000),
    /** An episode ends after this long without a fired window; the window's length unless given. */
    quietFor: Duration,
    /** Five fields, UTC: the rule runs only at these times, over all that came since. */
    cron: text(100),
    /** For indices that others write: how late events may become searchable, and how far each run looks back again. */
    queryDelay: Duration,
    lookback: Duration,
    tags: maxItems(t.array(text(50)), 20),
    /** Markdown: what to do when it fires. */
    runbook: text(20_000),
    /** That of the severity unless given. */
    riskScore: integer(0, 100),
    /** A number field of the events: an alert's risk score is the greatest value in it, if there is any. */
    riskScoreField: text(500),
    threats: maxItems(t.array(Threat), 20),
    /** Alerts are made and marked, and nobody is told. */
    testMode: t.boolean,
    /** Until then alerts are made, and nobody is told. */
    snoozedUntil: IsoTime,
    samples: maxItems(t.array(RuleSample), 20),
  },
);
export type RuleInput = t.TypeOf<typeof RuleInput>;

/** How a rule's last run went. */
export interface RuleStatus {
  state: 'waiting' | 'ok' | 'failing' | 'disabled' | 'changed_outside';
  lastRunAt?: string;
  lastError?: { code: string; message: string; at: string };
  /** What went well only in part: groups that did not fit, windows given up. */
  warnings?: string[];
  /** Windows searched and alerts made or grown in the last run. */
  windows?: number;
  fired?: number;
  lastAlertAt?: string;
  /** Times (ISO) that could not be searched yet; they are tried again by themselves. */
  gaps?: Array<{ from: string; to: string; reason: string }>;
}

export interface RuleView extends RuleInput {
  id: string;
  /** Grows by one with each change; alerts say which version made them. */
  version: number;
  /** One plain sentence of what the rule does, made by its type. */
  summary: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  status: RuleStatus;
}

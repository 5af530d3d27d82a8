import * as t from 'io-ts';
import { oneOf, pattern, text } from './codec';
import { Duration } from './duration';
import { maxItems } from './field';
import { object } from './object_codec';

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Risk scores that go with a severity unless the user says otherwise (those of Elastic's rules, so that imported ones compare). */
export const RISK_SCORES: Record<Severity, number> = { low: 21, medium: 47, high: 73, critical: 99 };

/** A filter as OSD keeps it: `meta` says if it is negated or disabled, the rest is query DSL. */
export const Filter = t.UnknownRecord;

/** What a rule searches. The pattern's title and time field are kept, never only its id, which means nothing outside its tenant. */
export const RuleIndex = object({ title: text(500), timeField: text(200) });

/** What a user says about a rule. `params` are the fields that the rule's type declares. */
export const RuleInput = object(
  {
    name: text(200),
    type: text(50),
    enabled: t.boolean,
    index: RuleIndex,
    /** Lucene; empty means every event. */
    query: pattern(/^[\s\S]{0,10000}$/, 'a Lucene query of at most 10,000 characters'),
    filters: maxItems(t.array(Filter), 50),
    params: t.UnknownRecord,
    /** How often a window ends; divides the window. */
    interval: Duration,
    severity: oneOf(SEVERITIES),
    /** Ids of channels that are told of new alerts. */
    channels: maxItems(t.array(text(100)), 20),
  },
  {
    description: text(2_000),
    /** An episode ends after this long without a fired window; the window's length unless given. */
    quietFor: Duration,
  },
);
export type RuleInput = t.TypeOf<typeof RuleInput>;

/** How a rule's last run went. */
export interface RuleStatus {
  state: 'waiting' | 'ok' | 'failing' | 'disabled' | 'changed_outside';
  lastRunAt?: string;
  lastError?: { code: string; message: string; at: string };
  /** Windows searched and alerts made or grown in the last run. */
  windows?: number;
  fired?: number;
  lastAlertAt?: string;
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

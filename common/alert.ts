import type { QueryLanguage, Severity } from './rule';

export const ALERT_STATUSES = ['open', 'acknowledged', 'closed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** One alert in `siem-alerts-<month>`: an episode of fired windows of one rule and group. `@timestamp` is when it was last seen. */
export interface AlertDocument {
  '@timestamp': string;
  event: { kind: 'signal'; module: 'aws_siem' };
  rule: { id: string; name: string };
  /** Those of the rule. */
  tags?: string[];
  /** MITRE ATT&CK ids of the rule. */
  threat?: { framework: string; tactic: { id: string[] }; technique?: { id: string[] } };
  /** One line for people: rule, group, value and limit. */
  message: string;
  alert: {
    id: string;
    rule: { version: number };
    type: string;
    severity: Severity;
    risk_score: number;
    status: AlertStatus;
    /** Why it fired, in a sentence. */
    reason: string;
    /** The group's fields and values as `field=value`, for search and display; empty for rules without a group. */
    group: { key: string; fields: string[]; values: string[] };
    value: number;
    limit: number;
    /** Events in the windows that fired. */
    count: number;
    first_seen: string;
    last_seen: string;
    /** Ends of the windows that fired, ISO, the newest 100. */
    windows: string[];
    /** Events of each of `windows`, and of those no longer listed: what the evaluator grows the alert by. */
    progress: { counts: number[]; before: number };
    epoch: number;
    merged_into?: string;
    /** Only old events, loaded on request, have led to it; nobody was told. */
    backfill?: boolean;
    /** Made by a rule in test mode; nobody was told. */
    test?: boolean;
    /** The search behind it, so that "show events" opens the same ones. */
    query: {
      index: string;
      time_field: string;
      language: QueryLanguage;
      /** In that language, the rule's exceptions taken away. */
      text: string;
      /** OSD's filters as JSON, those of the group among them. */
      filters: string;
      from: string;
      to: string;
    };
  };
  /** ECS copies of the group's fields, e.g. `source.ip`. */
  [ecs: string]: unknown;
}

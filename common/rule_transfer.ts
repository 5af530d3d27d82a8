import * as t from 'io-ts';
import { oneOf, pattern, text } from './codec';
import { maxItems } from './field';
import { object } from './object_codec';

/** What can be done to several rules at once. */
export const RuleBulkBody = object(
  {
    ids: maxItems(t.array(text(128)), 1_000, 1),
    action: oneOf([
      'enable',
      'disable',
      'delete',
      'snooze',
      'add_tags',
      'remove_tags',
      'set_severity',
    ] as const),
  },
  {
    /** Of `snooze`: until then, ISO; without it the snooze ends now. */
    until: t.string,
    tags: maxItems(t.array(text(50)), 20),
    severity: text(20),
  },
);
export type RuleBulkBody = t.TypeOf<typeof RuleBulkBody>;

export interface RuleBulkResponse {
  /** In the order of the ids; `error` says why one was left as it was. */
  results: Array<{ id: string; name?: string; error?: string }>;
}

export const RuleExportBody = object({}, { ids: maxItems(t.array(text(128)), 10_000) });

/** One rule a line as JSON with its keys in a stable order. */
export interface RuleExportResponse {
  ndjson: string;
  rules: number;
}

export const RuleImportBody = object({
  ndjson: pattern(/^[\s\S]{1,20000000}$/, 'rules, one JSON object a line, at most 20 MB'),
  /** Only says what it would do. */
  dryRun: t.boolean,
});
export type RuleImportBody = t.TypeOf<typeof RuleImportBody>;

export interface RuleImportResponse {
  /** One for each line that is not empty. */
  results: Array<{
    line: number;
    id?: string;
    name?: string;
    outcome: 'created' | 'updated' | 'unchanged' | 'failed';
    /** Why it failed, or what was left out. */
    message?: string;
  }>;
}

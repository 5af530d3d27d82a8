import * as t from 'io-ts';
import type { AlertDocument } from './alert';
import { integerFromText, IsoTime, oneOf, pattern, text } from './codec';
import { ChannelInput } from './channel';
import type { ChannelView } from './channel';
import type { ExclusionSample } from './exclusion';
import type { ChannelTypeDeclaration, LogTypeDeclaration, RuleTypeDeclaration } from './kinds';
import { object } from './object_codec';
import { OverviewBody, type OverviewResponse } from './overview';
import { API_ROOT } from './plugin';
import { QUERY_LANGUAGES, RuleInput } from './rule';
import type { RuleView } from './rule';
import { SourceInput } from './source';
import type { SourceView } from './source';

/**
 * Every endpoint of ours: paths, the codecs of what is sent, the types of what comes back. The server's routes and the browser's client
 * are both written against this file. Errors have OSD's shape `{ statusCode, error, message, attributes: { code } }`.
 */
export const PATHS = {
  status: `${API_ROOT}/status`,
  logTypes: `${API_ROOT}/log_types`,
  ruleTypes: `${API_ROOT}/rule_types`,
  channelTypes: `${API_ROOT}/channel_types`,
  sources: `${API_ROOT}/sources`,
  sourceTest: `${API_ROOT}/sources/_test`,
  backfills: `${API_ROOT}/backfills`,
  backfillPreview: `${API_ROOT}/backfills/_preview`,
  objectReingest: `${API_ROOT}/objects/_reingest`,
  rejectReplay: `${API_ROOT}/rejects/_replay`,
  rules: `${API_ROOT}/rules`,
  ruleDescription: `${API_ROOT}/rules/_describe`,
  ruleLint: `${API_ROOT}/rules/_lint`,
  rulePreview: `${API_ROOT}/rules/_preview`,
  ruleBulk: `${API_ROOT}/rules/_bulk`,
  ruleExport: `${API_ROOT}/rules/_export`,
  ruleImport: `${API_ROOT}/rules/_import`,
  fieldValues: `${API_ROOT}/fields/_values`,
  ruleLog: `${API_ROOT}/rule_log`,
  channels: `${API_ROOT}/channels`,
  channelTest: `${API_ROOT}/channels/_test`,
  alerts: `${API_ROOT}/alerts`,
  alertCounts: `${API_ROOT}/alerts/_counts`,
  overview: `${API_ROOT}/overview`,
  explore: `${API_ROOT}/explore`,
  lists: `${API_ROOT}/lists`,
  health: `${API_ROOT}/health`,
  healthIssues: `${API_ROOT}/health/issues`,
  healthHistory: `${API_ROOT}/health/history`,
  data: `${API_ROOT}/data`,
  dataLogs: `${API_ROOT}/data/logs`,
  dataOthers: `${API_ROOT}/data/others`,
  fields: `${API_ROOT}/fields`,
} as const;

/** Path of one source, rule, channel or alert. */
export function itemPath(collection: string, id: string): string {
  return `${collection}/${encodeURIComponent(id)}`;
}

export const IdParams = object({ id: pattern(/^[\w.-]{1,128}$/, 'an id') });

/** What an object said of itself when it was read that is now changed; where another change came between, this one is refused. */
export const UpdateQuery = object({}, { updatedAt: IsoTime });

// ---- status -----------------------------------------------------------------------------------------------------------

export interface StatusResponse {
  version: string;
  /** Whether secrets can be stored; else the one command that makes a key, to be run where OSD is installed. */
  encryption: { ready: boolean; command: string };
  /** Background work (polling, rules, deliveries): off with the reason and what to do. */
  background: { on: boolean; reason?: string };
  ingest: {
    worker: 'running' | 'failed' | 'idle';
    /** What is wrong with the address databases that events are enriched from, a sentence each. */
    problems: string[];
  };
  /** Whether this user may change things. */
  canWrite: boolean;
  /** Whether sample data is loaded, so that not all that is shown is real. */
  sampleData: boolean;
}

export interface ListResponse<T> {
  items: T[];
  total: number;
}

// ---- kinds ------------------------------------------------------------------------------------------------------------

export type LogTypesResponse = ListResponse<LogTypeDeclaration>;
export type RuleTypesResponse = ListResponse<RuleTypeDeclaration>;
export type ChannelTypesResponse = ListResponse<ChannelTypeDeclaration>;

// ---- sources: GET list, POST create, GET/PUT/DELETE one, POST test ------------------------------------------------------

export { SourceInput };
export type SourcesResponse = ListResponse<SourceView>;

/** `id`: the stored source whose secrets are used where the body has none. */
export const SourceTestBody = object({ source: SourceInput }, { id: text(128) });
export interface SourceTestResponse {
  ok: boolean;
  /** What was found, or what is wrong and what to do. */
  message: string;
  code?: string;
  objects: Array<{ key: string; size: number; lastModified: string; skipped?: string }>;
  /** First events as they would be indexed. */
  events: Array<Record<string, unknown>>;
  rejects: Array<{ position: number; reason: string; raw: string }>;
  /** What exclusions did with some events; absent without exclusions. */
  sample?: ExclusionSample;
}

// ---- rules: GET list, POST create, GET/PUT/DELETE one --------------------------------------------------------------------

export { RuleInput };
export type RulesResponse = ListResponse<RuleView>;

// ---- channels: GET list, POST create, GET/PUT/DELETE one, POST test --------------------------------------------------------

export { ChannelInput };
export type ChannelsResponse = ListResponse<ChannelView>;
export const ChannelTestBody = object({ channel: ChannelInput }, { id: text(128) });
export interface ChannelTestResponse {
  ok: boolean;
  /** The receiver's answer, or what is wrong and what to do. */
  message: string;
  code?: string;
}

// ---- alerts: GET list (query string) and one -------------------------------------------------------------------------------

export const AlertsQuery = object(
  {},
  {
    from: IsoTime,
    to: IsoTime,
    /** Over `siem-alerts-*`; Lucene unless `language` says otherwise. */
    query: t.string,
    language: oneOf(QUERY_LANGUAGES),
    ruleId: text(128),
    severity: text(20),
    status: text(20),
    page: integerFromText(0, 10_000),
    size: integerFromText(1, 500),
    sort: pattern(
      /^(@timestamp|alert\.severity|alert\.risk_score|alert\.count|rule\.name)$/,
      'a sortable field',
    ),
    order: pattern(/^(asc|desc)$/, 'asc or desc'),
  },
);
export type AlertsQuery = t.TypeOf<typeof AlertsQuery>;
export type AlertsResponse = ListResponse<AlertDocument>;

// ---- overview: POST ---------------------------------------------------------------------------------------------------------

export { OverviewBody };
export type { OverviewResponse };

// ---- fields of an index pattern: GET ?pattern=… ------------------------------------------------------------------------------

export const FieldsQuery = object({ pattern: text(500) });
export interface FieldsResponse {
  fields: Array<{ name: string; type: string; aggregatable: boolean }>;
}

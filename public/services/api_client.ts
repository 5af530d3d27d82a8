import type { AlertDocument } from '../../common/alert';
import type { AlertCountsQuery, AlertCountsResponse } from '../../common/alert_counts';
import {
  itemPath,
  PATHS,
  type AlertsQuery,
  type AlertsResponse,
  type ChannelInput,
  type ChannelsResponse,
  type ChannelTestResponse,
  type ChannelTypesResponse,
  type FieldsResponse,
  type ListResponse,
  type LogTypesResponse,
  type OverviewBody,
  type OverviewResponse,
  type RuleInput,
  type RulesResponse,
  type RuleTypesResponse,
  type SourceInput,
  type SourcesResponse,
  type SourceTestResponse,
  type StatusResponse,
} from '../../common/api';
import type {
  HealthHistoryQuery,
  HealthHistoryResponse,
  HealthIssuesResponse,
  HealthResponse,
} from '../../common/health';
import type { ExploreBody, ExploreResponse } from '../../common/explore';
import { CONTENT_PATHS, type ContentBody, type ContentResponse } from '../../common/content';
import type { ChannelView } from '../../common/channel';
import type { DataResponse, LogDataInput, OtherDataInput } from '../../common/retention';
import type { ListInput, ListView } from '../../common/list';
import type { RuleView } from '../../common/rule';
import type { RuleLogQuery, RuleLogResponse, RuleRunsResponse } from '../../common/rule_runs';
import type { ValuesQuery, ValuesResponse } from '../../common/field_values';
import type { DescribeBody, DescribeResponse } from '../../common/rule_description';
import type { LintBody, LintResponse } from '../../common/rule_lint';
import type { PreviewBody, PreviewResponse } from '../../common/rule_preview';
import type {
  RuleBulkBody,
  RuleBulkResponse,
  RuleExportResponse,
  RuleImportBody,
  RuleImportResponse,
} from '../../common/rule_transfer';
import type { SourceView } from '../../common/source';
import {
  type DataDeletion,
  type DeleteSourceQuery,
  type ObjectsQuery,
  type ObjectsResponse,
  type RateQuery,
  type RateResponse,
  type RejectsQuery,
  type RejectsResponse,
  SOURCE_DETAIL_PATHS,
  sourceDetailPath,
  type SourceHealthResponse,
} from '../../common/source_detail';
import type { HttpStart } from '../../types/opensearch_dashboards_public';
import { type BackfillCalls, createBackfillCalls } from './backfill_calls';
import { createListCalls, type ListCalls } from './list_calls';
import { createSampleDataCalls, type SampleDataCalls } from './sample_data_calls';

/** What a page can do with a stored source, rule or channel. */
export interface Collection<Input, View, List> {
  list(signal?: AbortSignal): Promise<List>;
  get(id: string, signal?: AbortSignal): Promise<View>;
  create(input: Input): Promise<View>;
  /** Fails where somebody else has changed it since it was `seen`. */
  update(seen: { id: string; updatedAt: string }, input: Input): Promise<View>;
  remove(id: string): Promise<void>;
}

/** One source beyond its settings. */
export interface SourceDetailApi {
  health(id: string, signal?: AbortSignal): Promise<SourceHealthResponse>;
  rate(id: string, query: RateQuery, signal?: AbortSignal): Promise<RateResponse>;
  objects(id: string, query: ObjectsQuery, signal?: AbortSignal): Promise<ObjectsResponse>;
  rejects(id: string, query: RejectsQuery, signal?: AbortSignal): Promise<RejectsResponse>;
  /** Deletes the source, and its events and rejects in the background where that is asked for. */
  remove(id: string, query: DeleteSourceQuery): Promise<void>;
  /** Deletions of sources' data under way, and those of the last day. */
  deletions(signal?: AbortSignal): Promise<ListResponse<DataDeletion>>;
}

export interface ApiClient {
  status(signal?: AbortSignal): Promise<StatusResponse>;
  health(signal?: AbortSignal): Promise<HealthResponse>;
  healthIssues(signal?: AbortSignal): Promise<HealthIssuesResponse>;
  healthHistory(query: HealthHistoryQuery, signal?: AbortSignal): Promise<HealthHistoryResponse>;
  logTypes(signal?: AbortSignal): Promise<LogTypesResponse>;
  ruleTypes(signal?: AbortSignal): Promise<RuleTypesResponse>;
  channelTypes(signal?: AbortSignal): Promise<ChannelTypesResponse>;
  overview(body: OverviewBody, signal?: AbortSignal): Promise<OverviewResponse>;
  /** All that is known of an address, user, account, bucket or load balancer. */
  explore(body: ExploreBody, signal?: AbortSignal): Promise<ExploreResponse>;
  alerts(query: AlertsQuery, signal?: AbortSignal): Promise<AlertsResponse>;
  alert(id: string, signal?: AbortSignal): Promise<AlertDocument>;
  /** Alerts of each rule, or of one, over time. */
  alertCounts(query: AlertCountsQuery, signal?: AbortSignal): Promise<AlertCountsResponse>;
  /** The prebuilt dashboards and how they stand in the user's tenant. */
  content(signal?: AbortSignal): Promise<ContentResponse>;
  installContent(body: ContentBody): Promise<ContentResponse>;
  uninstallContent(body: ContentBody): Promise<ContentResponse>;
  data(signal?: AbortSignal): Promise<DataResponse>;
  saveLogData(input: LogDataInput): Promise<void>;
  saveOtherData(input: OtherDataInput): Promise<void>;
  /** Fields of the indices behind `pattern`. */
  fields(pattern: string, signal?: AbortSignal): Promise<FieldsResponse>;
  /** What the rule will do, in a sentence, and what it lacks. */
  describeRule(body: DescribeBody, signal?: AbortSignal): Promise<DescribeResponse>;
  /** What is wrong or doubtful with a rule's query. */
  lintRule(body: LintBody, signal?: AbortSignal): Promise<LintResponse>;
  /** What the rule would have done in the period. */
  previewRule(body: PreviewBody, signal?: AbortSignal): Promise<PreviewResponse>;
  changeRules(body: RuleBulkBody): Promise<RuleBulkResponse>;
  /** All rules unless some are named. */
  exportRules(ids?: string[]): Promise<RuleExportResponse>;
  importRules(body: RuleImportBody, signal?: AbortSignal): Promise<RuleImportResponse>;
  /** Frequent values of an event field. */
  fieldValues(query: ValuesQuery, signal?: AbortSignal): Promise<ValuesResponse>;
  sources: Collection<SourceInput, SourceView, SourcesResponse>;
  sourceDetail: SourceDetailApi;
  backfills: BackfillCalls;
  rules: Collection<RuleInput, RuleView, RulesResponse>;
  /** The last runs of a rule, newest first. */
  ruleRuns(id: string, signal?: AbortSignal): Promise<RuleRunsResponse>;
  /** Noteworthy runs of all rules. */
  ruleLog(query: RuleLogQuery, signal?: AbortSignal): Promise<RuleLogResponse>;
  channels: Collection<ChannelInput, ChannelView, ChannelsResponse>;
  lists: Collection<ListInput, ListView, ListResponse<ListView>> & ListCalls;
  sampleData: SampleDataCalls;
  /** `id`: the stored source or channel whose secrets are used where the input has none. */
  testSource(source: SourceInput, id?: string, signal?: AbortSignal): Promise<SourceTestResponse>;
  testChannel(channel: ChannelInput, id?: string, signal?: AbortSignal): Promise<ChannelTestResponse>;
}

/** The server's endpoints over the host's HTTP client. Calls reject with the host's `HttpFetchError`. */
export function createApiClient(http: HttpStart): ApiClient {
  const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
    http.post<T>(path, { body: JSON.stringify(body), signal });

  const collection = <Input, View, List>(path: string): Collection<Input, View, List> => ({
    list: (signal) => http.get<List>(path, { signal }),
    get: (id, signal) => http.get<View>(itemPath(path, id), { signal }),
    create: (input) => post<View>(path, input),
    update: ({ id, updatedAt }, input) =>
      http.put<View>(itemPath(path, id), { query: { updatedAt }, body: JSON.stringify(input) }),
    remove: async (id) => {
      await http.delete(itemPath(path, id));
    },
  });

  return {
    status: (signal) => http.get(PATHS.status, { signal }),
    health: (signal) => http.get(PATHS.health, { signal }),
    healthIssues: (signal) => http.get(PATHS.healthIssues, { signal }),
    healthHistory: (query, signal) => http.get(PATHS.healthHistory, { query, signal }),
    logTypes: (signal) => http.get(PATHS.logTypes, { signal }),
    ruleTypes: (signal) => http.get(PATHS.ruleTypes, { signal }),
    channelTypes: (signal) => http.get(PATHS.channelTypes, { signal }),
    overview: (body, signal) => post(PATHS.overview, body, signal),
    explore: (body, signal) => post(PATHS.explore, body, signal),
    alerts: (query, signal) => http.get(PATHS.alerts, { query, signal }),
    alert: (id, signal) => http.get(itemPath(PATHS.alerts, id), { signal }),
    alertCounts: (query, signal) => http.get(PATHS.alertCounts, { query, signal }),
    content: (signal) => http.get(CONTENT_PATHS.content, { signal }),
    installContent: (body) => post(CONTENT_PATHS.install, body),
    uninstallContent: (body) => post(CONTENT_PATHS.uninstall, body),
    fields: (pattern, signal) => http.get(PATHS.fields, { query: { pattern }, signal }),
    describeRule: (body, signal) => post(PATHS.ruleDescription, body, signal),
    lintRule: (body, signal) => post(PATHS.ruleLint, body, signal),
    data: (signal) => http.get(PATHS.data, { signal }),
    saveLogData: (input) => http.put(PATHS.dataLogs, { body: JSON.stringify(input) }),
    saveOtherData: (input) => http.put(PATHS.dataOthers, { body: JSON.stringify(input) }),
    previewRule: (body, signal) => post(PATHS.rulePreview, body, signal),
    changeRules: (body) => post(PATHS.ruleBulk, body),
    exportRules: (ids) => post(PATHS.ruleExport, { ...(ids && { ids }) }),
    importRules: (body, signal) => post(PATHS.ruleImport, body, signal),
    fieldValues: (query, signal) => http.get(PATHS.fieldValues, { query, signal }),
    sources: collection(PATHS.sources),
    sourceDetail: {
      health: (id, signal) => http.get(sourceDetailPath('health', id), { signal }),
      rate: (id, query, signal) => http.get(sourceDetailPath('rate', id), { query, signal }),
      objects: (id, query, signal) => http.get(sourceDetailPath('objects', id), { query, signal }),
      rejects: (id, query, signal) => http.get(sourceDetailPath('rejects', id), { query, signal }),
      remove: async (id, query) => {
        await http.delete(itemPath(PATHS.sources, id), { query });
      },
      deletions: (signal) => http.get(SOURCE_DETAIL_PATHS.deletions, { signal }),
    },
    backfills: createBackfillCalls(http),
    rules: collection(PATHS.rules),
    ruleRuns: (id, signal) => http.get(`${itemPath(PATHS.rules, id)}/runs`, { signal }),
    ruleLog: (query, signal) => http.get(PATHS.ruleLog, { query, signal }),
    channels: collection(PATHS.channels),
    lists: {
      ...collection<ListInput, ListView, ListResponse<ListView>>(PATHS.lists),
      ...createListCalls(http),
    },
    sampleData: createSampleDataCalls(http),
    testSource: (source, id, signal) => post(PATHS.sourceTest, { source, ...(id && { id }) }, signal),
    testChannel: (channel, id, signal) => post(PATHS.channelTest, { channel, ...(id && { id }) }, signal),
  };
}

import type { StatusResponse } from '../../common/api';
import type { ChannelTypeDeclaration, LogTypeDeclaration, RuleTypeDeclaration } from '../../common/kinds';
import type { BackfillService } from '../core/ingest/backfill/backfill_service';
import type { ChannelService } from '../core/manage/channels';
import type { Actor } from '../core/manage/managed_objects';
import type { RuleService } from '../core/manage/rules';
import type { RuleRun } from '../../common/rule_runs';
import type { HealthParts } from '../core/health/read_health';
import type { DataParts } from '../core/retention/read_data';
import type { SourceService } from '../core/manage/sources';
import type { DataDeletions } from '../core/source_detail/delete_data';
import type { ObjectSearch } from '../core/source_detail/ports';
import { alertRoutes } from './alert_routes';
import { backfillRoutes } from './backfill_routes';
import type { ContentService } from '../core/content/content_service';
import { channelRoutes } from './channel_routes';
import { contentRoutes } from './content_routes';
import type { ListService } from '../core/lists/lists';
import type { EventQueryParts } from '../core/overview/event_query';
import type { Route } from './define_route';
import { exploreRoutes } from './explore_routes';
import { healthRoutes } from './health_routes';
import { kindRoutes } from './kind_routes';
import { listRoutes } from './list_routes';
import type { OverviewParts } from './overview_routes';
import { overviewRoutes } from './overview_routes';
import { retentionRoutes } from './retention_routes';
import type { RuleAuthorParts } from './rule_author_routes';
import { ruleAuthorRoutes } from './rule_author_routes';
import { ruleRoutes } from './rule_routes';
import { sourceDetailRoutes } from './source_detail_routes';
import { ruleRunRoutes } from './rule_run_routes';
import type { SampleDataService } from '../core/sample_data/sample_data';
import { sampleDataRoutes } from './sample_data_routes';
import { sourceRoutes } from './source_routes';
import { statusRoutes } from './status_routes';

/** What the routes call. */
export interface RouteServices {
  sources: SourceService;
  backfills: BackfillService;
  rules: RuleService;
  /** The last runs of a rule, newest first. */
  runsOf(id: string): Promise<RuleRun[]>;
  ruleAuthor: RuleAuthorParts;
  channels: ChannelService;
  lists: ListService;
  /** What the search of alerts is read with. */
  alerts: EventQueryParts;
  ruleLog: EventQueryParts;
  overview: OverviewParts;
  content: ContentService;
  health: HealthParts;
  data: DataParts;
  sourceDetail: { objects: ObjectSearch; deletions: DataDeletions };
  sampleData: SampleDataService;
  logTypes: { all: readonly LogTypeDeclaration[] };
  ruleTypes: { all: readonly RuleTypeDeclaration[] };
  channelTypes: { all: readonly ChannelTypeDeclaration[] };
  status(actor: Actor): Promise<StatusResponse>;
}

/** Every endpoint of the plugin. */
export function allRoutes(services: () => RouteServices): Route[] {
  return [
    ...statusRoutes({ status: (actor) => services().status(actor) }),
    ...kindRoutes(services),
    ...sourceRoutes(() => services().sources),
    ...backfillRoutes(() => services().backfills),
    ...ruleRoutes(() => services().rules),
    ...ruleAuthorRoutes(() => services().ruleAuthor),
    ...ruleRunRoutes(
      (id) => services().runsOf(id),
      () => services().ruleLog,
    ),
    ...channelRoutes(() => services().channels),
    ...listRoutes(() => services().lists),
    ...alertRoutes(() => services().alerts),
    ...overviewRoutes(() => services().overview),
    ...exploreRoutes(() => services().logTypes.all),
    ...contentRoutes(() => services().content),
    ...healthRoutes(() => services().health),
    ...retentionRoutes(() => services().data),
    ...sampleDataRoutes(() => services().sampleData),
    ...sourceDetailRoutes(() => {
      const { sources, health, sourceDetail } = services();
      return { sources, health, ...sourceDetail };
    }),
  ];
}

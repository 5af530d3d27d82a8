import type { StatusResponse } from '../../common/api';
import { LOGS_PATTERN } from '../../common/plugin';
import type { OpenSearchDashboardsRequest } from '../../types/opensearch_dashboards_server';
import { createAuditLog } from '../adapters/opensearch/audit_log';
import { createSearch } from '../adapters/opensearch/search';
import { ensureStateIndex } from '../adapters/opensearch/state_store';
import { ruleLogProperties } from '../adapters/opensearch/template_fields';
import type { Background } from '../background';
import { createBackground } from '../background';
import { mappedFields } from '../content/mapped_fields';
import { alertMappingProperties } from '../core/detect/alert_mapping';
import { ruleTypes } from '../core/detect/rule_types';
import { logTypes } from '../core/ingest/log_types';
import type { Actor } from '../core/manage/managed_objects';
import { channelTypes } from '../core/notify/channel_types';
import { attentionOf, sourceStateOf } from '../core/overview/attention';
import type { EventQueryParts } from '../core/overview/event_query';
import type { Search } from '../core/ports';
import { createScheduler } from '../core/schedule/scheduler';
import { KEYSTORE_COMMAND } from '../core/secrets/secret_box';
import { mayDo } from '../host';
import type { RouteServices } from '../routes';
import type { AuditEntry } from '../routes/define_route';
import { composeDetect } from './detect';
import { composeContent } from './content';
import type { HostParts } from './foundation';
import { layFoundation } from './foundation';
import { composeHealth } from './health';
import { composeIngest } from './ingest';
import { composeLists } from './lists';
import { composeNotify } from './notify';
import { composeRetention } from './retention';
import { composeSampleData } from './sample_data';

const HOUR = 3_600_000;
/** Rules that have not run for longer look back by event time instead. */
const FEED_KEPT = 72 * HOUR;

export interface Services extends RouteServices {
  background: Background;
  searchAs(request: OpenSearchDashboardsRequest): Promise<Search>;
  audit(entry: AuditEntry): void;
}

/** Builds the areas of the server, hands them to each other, and to routes and jobs. */
export function composeServices(parts: HostParts): Services {
  const { core, config, version } = parts;
  const foundation = layFoundation(parts);
  const { clock, logger, client, state, feed, box } = foundation;
  const retention = composeRetention(foundation, { sources: () => ingest.sources.list() });
  const { keeping } = retention;
  const lists = composeLists(foundation, { rules: () => detect.rules.list() });
  const ingest = composeIngest(foundation, { indicators: lists.indicators, keeping });
  const notify = composeNotify(foundation);
  const detect = composeDetect(foundation, {
    notifier: notify.outbox,
    lists: lists.values,
  });

  const { sources } = ingest;
  const { channels } = notify;
  const { rules } = detect;
  const owner = foundation.newId();
  const health = composeHealth(foundation, {
    sources,
    rules,
    channels,
    lists: lists.lists,
    owner,
    version,
    worker: ingest.worker,
    forgetSource: ingest.forget,
  });

  const doesIngest = config.nodeRoles.includes('ingest');
  const doesRules = config.nodeRoles.includes('rules');
  const scheduler = createScheduler({
    state,
    clock,
    logger,
    owner,
    async jobs() {
      return [
        ...(doesIngest ? [...(await ingest.jobs()), ...(await lists.jobs())] : []),
        ...(doesRules ? [...(await detect.jobs()), notify.job] : []),
        { id: 'feed:prune', every: HOUR, run: () => feed.prune(clock.now() - FEED_KEPT) },
        ...health.jobs,
        retention.job,
        { id: 'outbox:prune', every: HOUR, run: () => notify.outbox.prune() },
      ];
    },
  });

  const background = createBackground({
    clock,
    logger,
    async prepare() {
      await ensureStateIndex(client);
      await retention.installTemplates();
      await ingest.prepare();
    },
    run() {
      if (doesIngest) ingest.start();
      scheduler.start();
      health.beat.start();
    },
    async end() {
      await Promise.all([ingest.stop(), scheduler.stop(), health.beat.stop()]);
      await foundation.close();
    },
  });

  const sampleData = composeSampleData(foundation, {
    rules,
    keeping,
    enrichment: ingest.enrichment,
    obstacle: () => background.state().reason,
  });

  async function attention() {
    const [source, rule, channel, issues] = await Promise.all([
      sources.list(),
      rules.list(),
      channels.list(),
      health.health.book.open(),
    ]);
    return { items: attentionOf({ source, rule, channel }, issues), sources: source.map(sourceStateOf) };
  }

  async function status(actor: Actor): Promise<StatusResponse> {
    return {
      version,
      encryption: { ready: box.ready, command: KEYSTORE_COMMAND },
      background: background.state(),
      ingest: { worker: ingest.worker(), problems: ingest.problems() },
      canWrite: mayDo(actor, 'write', config.writeRoles),
      sampleData: await sampleData.isLoaded(),
    };
  }

  return {
    background,
    searchAs: async (request) => createSearch(core.opensearch.client.asScoped(request).asCurrentUser),
    audit: createAuditLog(client, clock, logger),
    sources,
    backfills: ingest.backfills,
    rules,
    runsOf: detect.runsOf,
    ruleAuthor: { ...detect.author, rules, channels },
    channels,
    lists: lists.lists,
    content: composeContent(),
    alerts: { lists: lists.values, fields: fieldsOf(alertMappingProperties) },
    ruleLog: { lists: lists.values, fields: fieldsOf(ruleLogProperties) },
    overview: {
      logTypes: logTypes.all,
      attention,
      lists: lists.values,
      fields: detect.author.declaredFields(LOGS_PATTERN),
    },
    health: health.health,
    data: retention.data,
    sourceDetail: health.detail,
    sampleData,
    logTypes,
    ruleTypes,
    channelTypes,
    status,
  };
}

/** What queries are told of the fields of our own indices. */
function fieldsOf(properties: Readonly<Record<string, unknown>>): EventQueryParts['fields'] {
  return mappedFields([properties]).map(({ path, type }) => ({ name: path, type }));
}

import { randomBytes } from 'crypto';
import path from 'path';
import type { StatusResponse } from '../common/api';
import type { ChannelInput } from '../common/channel';
import type { SourceInput } from '../common/source';
import type {
  CoreStart,
  Logger as HostLogger,
  OpenSearchDashboardsRequest,
} from '../types/opensearch_dashboards_server';
import { createAlertWriter } from './adapters/opensearch/alert_writer';
import { createAuditLog } from './adapters/opensearch/audit_log';
import { createBulkIndex } from './adapters/opensearch/bulk_index';
import { createSearch } from './adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from './adapters/opensearch/state_store';
import { installTemplates } from './adapters/opensearch/templates';
import { createGuard, createOutbound } from './adapters/outbound';
import { createObjectStoreCache } from './adapters/s3/object_store_cache';
import { createMessageQueue } from './adapters/sqs/message_queue';
import { createManagedObjects } from './adapters/saved_objects/managed_objects';
import { createWorkerPool } from './adapters/worker/worker_pool';
import type { Background } from './background';
import { createBackground } from './background';
import type { SiemConfig } from './config';
import { alertMappingProperties } from './core/detect/alert_mapping';
import { createEvaluator } from './core/detect/evaluate_rules';
import { createRuleJobs } from './core/detect/rule_jobs';
import { createRuleStates } from './core/detect/rule_state';
import { ruleTypes } from './core/detect/rule_types';
import { createRuleValidator } from './core/detect/validate_rule';
import { createFeed } from './core/feed/feed';
import { createIngestEngine } from './core/ingest/engine';
import { logTypes } from './core/ingest/log_types';
import { createPollJobs } from './core/ingest/poll_jobs';
import { createQueueConsumers } from './core/ingest/queue_consumers';
import { createChannelService } from './core/manage/channels';
import type { Actor } from './core/manage/managed_objects';
import type { StoredRule } from './core/manage/rules';
import { createRuleService } from './core/manage/rules';
import { checkExclusions } from './core/ingest/exclude/exclusions';
import { createSourceService } from './core/manage/sources';
import { attentionOf } from './core/overview/attention';
import { channelTypes } from './core/notify/channel_types';
import { createChannelStates } from './core/notify/channel_state';
import { composeTest } from './core/notify/compose_message';
import { createOutbox } from './core/notify/outbox';
import { createOutboxSender } from './core/notify/send_outbox';
import type { NewId, Search } from './core/ports';
import { createScheduler } from './core/schedule/scheduler';
import { sliceOf } from './core/schedule/slices';
import { KEYSTORE_COMMAND, createSecretBox } from './core/secrets/secret_box';
import { openFields, redactFields, sealFields } from './core/secrets/secret_fields';
import { loggerOf, mayDo, systemClock as clock } from './host';
import type { RouteServices } from './routes';
import type { AuditEntry } from './routes/define_route';
import { SIEM_CHANNEL_TYPE, SIEM_RULE_TYPE, SIEM_SOURCE_TYPE } from './saved_objects';

const SEND_EVERY = 2_000;
const HOUR = 3_600_000;
/** Rules that have not run for longer look back by event time instead. */
const FEED_KEPT = 72 * HOUR;

interface Parts {
  core: CoreStart;
  config: SiemConfig;
  version: string;
  log: HostLogger;
}

export interface Services extends RouteServices {
  background: Background;
  searchAs(request: OpenSearchDashboardsRequest): Promise<Search>;
  audit(entry: AuditEntry): void;
}

const newId: NewId = () => randomBytes(12).toString('hex');

/** Builds the adapters, hands them to core, and core to routes and jobs. */
export function composeServices({ core, config, version, log }: Parts): Services {
  const logger = loggerOf(log);
  const own = config.opensearch && core.opensearch.createClient('awsSiem', config.opensearch);
  const client = (own ?? core.opensearch.client).asInternalUser;
  const repository = core.savedObjects.createInternalRepository([
    SIEM_SOURCE_TYPE,
    SIEM_RULE_TYPE,
    SIEM_CHANNEL_TYPE,
  ]);
  const state = createStateStore(client);
  const search = createSearch(client);
  const guard = createGuard(config.outbound);
  const feed = createFeed(state, clock);
  const box = createSecretBox(config.encryptionKeys);
  const managed = <A extends object>(type: string, noun: string) =>
    createManagedObjects<A>({ type, noun, repository, state, clock });

  // ---- ingest
  const workers = createWorkerPool({
    file: path.join(__dirname, 'ingest_worker.js'),
    outbound: config.outbound,
    logger,
  });
  const engine = createIngestEngine({
    store: state,
    feed,
    eventIndex: createBulkIndex(client),
    pipeline: workers,
    openObjectStore: createObjectStoreCache(guard),
    openQueue: (source, queueUrl) => createMessageQueue({ ...source, queueUrl }, guard),
    logTypes,
    logger,
    clock,
    random: Math.random,
  });
  const sources = createSourceService({
    objects: managed<SourceInput>(SIEM_SOURCE_TYPE, 'source'),
    secrets: box,
    check: ({ logType, exclusions }) => checkExclusions(exclusions, logTypes.get(logType)),
    newId,
    status: (id) => engine.status(id),
    test: (source, signal) => engine.testSource(source, signal),
    forget: (id) => engine.forget(id),
  });

  // ---- notify
  const { publicUrl } = config;
  const outbound = createOutbound(guard);
  const outbox = createOutbox({ state, clock });
  const channelStates = createChannelStates({ state, clock });
  const ownerOf = (id: string) => ({ type: SIEM_CHANNEL_TYPE, id });
  const channels = createChannelService({
    objects: managed<ChannelInput>(SIEM_CHANNEL_TYPE, 'channel'),
    secrets: {
      seal: ({ fields }, id, settings, current) =>
        sealFields(fields, settings, { box, owner: ownerOf(id), current }),
      open: ({ fields }, id, stored) => openFields(fields, stored, { box, owner: ownerOf(id) }),
      redact: ({ fields }, stored) => redactFields(fields, stored),
    },
    channelTypes,
    newId,
    status: (id) => channelStates.status(id),
    async sendTest(channel, signal) {
      const test = composeTest({ channelTypes, publicUrl }, channel, {
        now: clock.now(),
        deliveryId: newId(),
      });
      return (await outbound.send(test, signal)).detail;
    },
    forget: (id) => channelStates.forget(id),
  });

  const sender = createOutboxSender({
    state,
    channels,
    channelTypes,
    channelStates,
    outbound,
    clock,
    random: Math.random,
    publicUrl,
  });

  // ---- detect
  const ruleStates = createRuleStates(state);
  const rules = createRuleService({
    objects: managed<StoredRule>(SIEM_RULE_TYPE, 'rule'),
    newId,
    status: (id) => ruleStates.status(id),
    summary: (rule) => ruleTypes.get(rule.type).summary(rule, rule.params),
    validate: createRuleValidator(ruleTypes),
    forget: (id) => ruleStates.forget(id),
  });
  const evaluator = createEvaluator({
    search,
    alerts: createAlertWriter(client),
    notifier: outbox,
    feed,
    states: ruleStates,
    ruleTypes,
    clock,
    logger,
  });

  // ---- jobs
  const doesIngest = config.nodeRoles.includes('ingest');
  const doesRules = config.nodeRoles.includes('rules');
  const ruleJobs = createRuleJobs({ rules, evaluator, sliceOf, clock });
  const pollJobs = createPollJobs({ sources, engine, clock });
  const queueConsumers = createQueueConsumers({ sources, engine, clock });
  const scheduler = createScheduler({
    state,
    clock,
    logger,
    owner: newId(),
    async jobs() {
      return [
        ...(doesIngest ? await pollJobs() : []),
        ...(doesRules
          ? [...(await ruleJobs()), { id: 'outbox:send', every: SEND_EVERY, run: sender.run }]
          : []),
        { id: 'feed:prune', every: HOUR, run: () => feed.prune(clock.now() - FEED_KEPT) },
        { id: 'outbox:prune', every: HOUR, run: () => outbox.prune() },
      ];
    },
  });

  const background = createBackground({
    clock,
    logger,
    async prepare() {
      await ensureStateIndex(client);
      await installTemplates(client, { logTypes: logTypes.all, alertProperties: alertMappingProperties });
    },
    run() {
      if (doesIngest) {
        workers.start();
        queueConsumers.start();
      }
      scheduler.start();
    },
    async end() {
      await engine.stop();
      await queueConsumers.stop();
      await scheduler.stop();
      await workers.stop();
      await own?.close();
    },
  });

  async function attention() {
    const [source, rule, channel] = await Promise.all([sources.list(), rules.list(), channels.list()]);
    return { items: attentionOf({ source, rule, channel }), sources: source };
  }

  async function status(actor: Actor): Promise<StatusResponse> {
    return {
      version,
      encryption: { ready: box.ready, command: KEYSTORE_COMMAND },
      background: background.state(),
      ingest: { worker: workers.state() },
      canWrite: mayDo(actor, 'write', config.writeRoles),
    };
  }

  return {
    background,
    searchAs: async (request) => createSearch(core.opensearch.client.asScoped(request).asCurrentUser),
    audit: createAuditLog(client, clock, logger),
    sources,
    rules,
    channels,
    overview: { logTypes: logTypes.all, attention },
    logTypes,
    ruleTypes,
    channelTypes,
    status,
  };
}

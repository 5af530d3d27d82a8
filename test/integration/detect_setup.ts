import { Client } from '@opensearch-project/opensearch';
import type { AlertDocument } from '../../common/alert';
import type { RuleLogEntry } from '../../common/rule_runs';
import { createAlertWriter } from '../../server/adapters/opensearch/alert_writer';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createStateStore, ensureStateIndex } from '../../server/adapters/opensearch/state_store';
import { alertMappingProperties } from '../../server/core/detect/alert_mapping';
import { createEvaluator } from '../../server/core/detect/evaluate_rules';
import type { AlertNotifier, AlertWriter } from '../../server/core/detect/ports';
import { createRuleStates, type RuleStates } from '../../server/core/detect/rule_states';
import { ruleTypes } from '../../server/core/detect/rule_types';
import type { Touched } from '../../server/core/feed/feed';
import { createFeed } from '../../server/core/feed/feed';
import type { RuleService, RunnableRule } from '../../server/core/manage/rules';
import type { Logger, Search, ValueList, ValueLists } from '../../server/core/ports';
import { fakeClock } from '../fakes/clock';

const MINUTE = 60_000;
/** The value lists of all tests' rules, by name. */
export const testLists = new Map<string, ValueList>();
export const lists: ValueLists = { get: async (name) => testLists.get(name) };

/** Fields of the tests' events, as our templates map them. */
const EVENT_FIELDS = {
  type: { type: 'keyword' },
  http: { properties: { request: { properties: { method: { type: 'keyword' } } } } },
  event: { properties: { action: { type: 'keyword' }, outcome: { type: 'keyword' } } },
  user: { properties: { name: { type: 'keyword' } } },
  source: { properties: { ip: { type: 'ip' }, bytes: { type: 'long' } } },
  destination: { properties: { ip: { type: 'ip' }, port: { type: 'long' } } },
  dns: { properties: { question: { properties: { name: { type: 'keyword' } } } } },
  file: { properties: { hash: { properties: { sha256: { type: 'keyword' } } } } },
  tags: { type: 'keyword' },
  threat: {
    properties: {
      indicator: {
        properties: { ip: { type: 'ip' }, url: { properties: { domain: { type: 'keyword' } } } },
      },
    },
  },
  note: { type: 'text' },
};

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** What a test has otherwise than its world does. */
interface EvaluatorParts {
  alerts?: Partial<AlertWriter>;
  notifier?: AlertNotifier;
  search?: Search;
  states?: RuleStates;
  rules?: Pick<RuleService, 'areCurrent'>;
}

/** Epoch milliseconds of a time of the tests' day, such as `10:15` or `10:15:30`, or of days before: `-2d 10:15`. */
export function testTime(text: string): number {
  const [, days = '0', time = ''] = /^(?:-(\d+)d )?(\S+)$/.exec(text) ?? [];
  return (
    Date.parse(`2026-01-15T${time.length === 5 ? `${time}:00` : time}Z`) - Number(days) * 24 * 60 * MINUTE
  );
}

/** Real OpenSearch, real feed, a clock that the test moves; every world has a namespace of its own. */
export async function openWorld(namespace: string, now = '12:00') {
  const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
  await ensureStateIndex(client);
  const index = `siem-logs-test-${namespace}-2026.01`;
  await makeIndex(client, index, {
    '@timestamp': { type: 'date' },
    ...EVENT_FIELDS,
  });
  await makeIndex(client, 'siem-alerts-2026.01', alertMappingProperties);

  const clock = fakeClock(testTime(now));
  const state = createStateStore(client);
  const search = createSearch(client);
  const states = createRuleStates(state, () => namespace);
  const feed = createFeed(state, { ...clock, sleep: async () => {} });
  const announced: string[] = [];
  const logged: RuleLogEntry[] = [];
  const notifier: AlertNotifier = {
    announce: async (alerts) => void announced.push(...alerts.map(({ alert }) => alert.alert.id)),
  };

  return {
    client,
    clock,
    search,
    state,
    states,
    feed,
    index,
    title: `siem-logs-test-${namespace}-*`,
    announced,

    logged,
    evaluator: (parts: EvaluatorParts = {}) =>
      createEvaluator({
        rules: parts.rules ?? { areCurrent: async (rules) => rules.map(() => true) },
        search: parts.search ?? search,
        log: { write: async (entries) => void logged.push(...entries) },
        alerts: { ...createAlertWriter(client), ...parts.alerts },
        notifier: parts.notifier ?? notifier,
        feed,
        states: parts.states ?? states,
        ruleTypes,
        lists,
        clock,
        logger: silent,
      }),

    /** Indexes events as the ingest engine does: first the events, not yet visible, then the feed entry. */
    async ingest(events: Array<{ at: string; times?: number } & Record<string, unknown>>) {
      const documents = events.flatMap(({ at: time, times = 1, ...event }) =>
        Array.from({ length: times }, () => ({ '@timestamp': testTime(time), ...event })),
      );
      await client.bulk({ body: documents.flatMap((event) => [{ create: { _index: index } }, event]) });
      const minutes = [...new Set(documents.map((event) => Math.floor(event['@timestamp'] / MINUTE)))];
      const touched: Touched = { type: 'test', namespace, minutes };
      await feed.append([touched]);
    },

    /** Indexes events under ids of their own, so that one may arrive twice; then the feed entry, as ingest writes it. */
    async deliver(
      documents: Array<{ id: string; source: Record<string, unknown> }>,
      { backfill }: { backfill?: true } = {},
    ) {
      if (documents.length === 0) return;
      await client.bulk({
        body: documents.flatMap(({ id, source }) => [{ create: { _index: index, _id: id } }, source]),
      });
      const minutes = new Set(
        documents.map(({ source }) => Math.floor(Number(source['@timestamp']) / MINUTE)),
      );
      await feed.append([{ type: 'test', namespace, minutes: [...minutes], ...(backfill && { backfill }) }]);
    },

    async alertsOf(rule: RunnableRule): Promise<AlertDocument[]> {
      const { hits } = await search.search({
        index: 'siem-alerts-*',
        body: { size: 100, query: { term: { 'rule.id': rule.id } }, sort: [{ 'alert.first_seen': 'asc' }] },
      });
      return hits.hits.map(({ _source }) => _source as AlertDocument);
    },
  };
}

/** Params of a threshold on the number of events. */
export function countOf(operator: string, limit: number) {
  return { conditions: [{ metric: 'count', operator, limit }] };
}

export function thresholdRule(id: string, title: string, changes: Partial<RunnableRule> = {}): RunnableRule {
  return {
    id,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    name: `Rule ${id}`,
    type: 'threshold',
    enabled: true,
    index: { title, timeField: '@timestamp' },
    query: '',
    filters: [],
    params: { ...countOf('>=', 3), window: '5m', groupBy: ['user.name'] },
    interval: '5m',
    severity: 'high',
    channels: ['channel'],
    ...changes,
  };
}

async function makeIndex(client: Client, index: string, properties: Record<string, unknown>): Promise<void> {
  const body = {
    settings: { number_of_replicas: 0, refresh_interval: '1s' },
    mappings: { dynamic: false, properties },
  };
  const { body: exists } = await client.indices.exists({ index });
  if (!exists) await client.indices.create({ index, body });
}

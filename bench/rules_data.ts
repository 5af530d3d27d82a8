import type { Client } from '@opensearch-project/opensearch';
import { createRandom } from '../common/random';
import type { RunnableRule } from '../server/core/manage/rules';

const HOUR = 3_600_000;
const DOCUMENTS_PER_BULK = 5_000;

export const EVENTS_INDEX = 'siem-logs-vpcflow-bench-2026';

const PORTS = [22, 25, 53, 80, 123, 443, 445, 1_433, 3_306, 3_389, 5_432, 8_080];
const ADDRESSES = 5_000;
const addressOf = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;

/** VPC flows of the last hour before `now`, most fields of the real ones left out: rules cost by what they look at. */
export async function loadEvents(client: Client, count: number, now: number): Promise<void> {
  await client.indices.create({
    index: EVENTS_INDEX,
    body: {
      // The request cache would answer the second run of the same searches without any work.
      settings: { number_of_replicas: 0, refresh_interval: '-1', 'requests.cache.enable': false },
      mappings: {
        dynamic: false,
        properties: {
          '@timestamp': { type: 'date' },
          type: { type: 'keyword' },
          event: { properties: { action: { type: 'keyword' }, outcome: { type: 'keyword' } } },
          source: { properties: { ip: { type: 'ip' }, bytes: { type: 'long' } } },
          destination: { properties: { ip: { type: 'ip' }, port: { type: 'long' } } },
        },
      },
    },
  });
  const random = createRandom(1);
  for (let sent = 0; sent < count; sent += DOCUMENTS_PER_BULK) {
    const documents = Array.from({ length: Math.min(DOCUMENTS_PER_BULK, count - sent) }, () => ({
      '@timestamp': now - random.integer(0, HOUR),
      type: 'vpcflow',
      event: {
        action: random.chance(0.9) ? 'ACCEPT' : 'REJECT',
        outcome: random.chance(0.9) ? 'success' : 'failure',
      },
      source: { ip: addressOf(random.integer(0, ADDRESSES)), bytes: random.integer(40, 100_000) },
      destination: { ip: addressOf(random.integer(0, ADDRESSES)), port: random.pick(PORTS) },
    }));
    await client.bulk({ index: EVENTS_INDEX, body: documents.flatMap((event) => [{ create: {} }, event]) });
  }
  await client.indices.refresh({ index: EVENTS_INDEX });
}

/** As many rules, mixed as people's are: most count over a filter, some by group; about one in two hundred fires. */
export function mixedRules(count: number): RunnableRule[] {
  const random = createRandom(2);
  return Array.from({ length: count }, (_, n) => {
    const port = random.pick(PORTS);
    const address = addressOf(random.integer(0, ADDRESSES));
    const limit = n % 200 === 0 ? 1 : 1_000_000;
    const counting = { conditions: [{ metric: 'count', operator: '>=', limit }] };
    const one = `destination.port:${port} AND source.ip:"${address}"`;
    const [type, query, params] = random.weighted<[string, string, Record<string, unknown>]>([
      [['threshold', one, { ...counting, window: '5m' }], 40],
      [
        [
          'threshold',
          `destination.port:${port} AND event.action:REJECT`,
          { ...counting, window: '5m', groupBy: ['source.ip'] },
        ],
        15,
      ],
      [
        [
          'threshold',
          one,
          {
            conditions: [{ metric: 'sum', field: 'source.bytes', operator: '>', limit: 1e12 }],
            window: '15m',
          },
        ],
        10,
      ],
      [['match', `${one} AND event.action:NONE`, {}], 15],
      [
        [
          'ratio',
          one,
          { part: 'event.outcome:failure', operator: '>=', limit: 99, atLeast: 1_000, window: '5m' },
        ],
        10,
      ],
      [['ip_list', one, { fields: ['destination.ip'], mode: 'inside', addresses: ['192.0.2.0/24'] }], 10],
    ]);
    return {
      id: `bench-${count}-${n}`,
      createdAt: '2026-01-01T00:00:00.000Z',
      version: 1,
      name: `Bench ${n}`,
      type,
      enabled: true,
      index: { title: 'siem-logs-vpcflow-*', timeField: '@timestamp' },
      query,
      filters: [],
      params,
      interval: '5m',
      severity: 'medium',
      channels: [],
    };
  });
}

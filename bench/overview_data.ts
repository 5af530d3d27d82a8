import type { Client } from '@opensearch-project/opensearch';
import { createRandom, type Random } from '../common/random';

const HOUR = 3_600_000;
const DOCUMENTS_PER_BULK = 5_000;
const ADDRESSES = 5_000;

/** An address that one event in a thousand is about. */
export const SCANNER = '203.0.113.66';

const inside = (random: Random) => `10.0.${random.integer(0, 20)}.${random.integer(1, 250)}`;
const outside = (random: Random) => {
  if (random.chance(0.001)) return SCANNER;
  const n = random.integer(0, ADDRESSES);
  return `198.51.${n >> 8}.${n & 255}`;
};

type Make = (random: Random) => { source: string; fields: Record<string, unknown> };

const vpcflow: Make = (random) => {
  const source = random.chance(0.5) ? inside(random) : outside(random);
  const destination = inside(random);
  return {
    source,
    fields: {
      event: { action: random.chance(0.93) ? 'accept' : 'reject' },
      destination: { ip: destination, port: random.integer(1, 10_000) },
      network: { bytes: random.integer(40, 100_000) },
    },
  };
};

const elblogs: Make = (random) => ({
  source: outside(random),
  fields: {
    event: { action: 'request' },
    http: { response: { status_code: random.pick([200, 200, 200, 200, 200, 301, 403, 404, 502]) } },
    url: { path: random.pick(['/', '/login', '/api/v1/users', '/images/a.png']) },
    aws: { elb: { name: random.pick(['app/web/1f', 'app/api/2e']) } },
  },
});

const s3access: Make = (random) => ({
  source: outside(random),
  fields: {
    event: { action: random.pick(['REST.GET.OBJECT', 'REST.PUT.OBJECT']), outcome: 'success' },
    aws: {
      s3access: {
        bucket: random.pick(['assets', 'exports', 'backups']),
        key: `part-${random.integer(0, 50_000)}`,
        requester: random.chance(0.1) ? '-' : 'arn:aws:iam::111122223333:user/app',
      },
    },
  },
});

const cloudtrail: Make = (random) => {
  const isSignIn = random.chance(0.02);
  const name = `user-${random.integer(0, 300)}`;
  return {
    source: outside(random),
    fields: {
      event: {
        action: isSignIn ? 'ConsoleLogin' : random.pick(['DescribeInstances', 'AssumeRole', 'GetObject']),
        outcome: random.chance(0.97) ? 'success' : 'failure',
        provider: random.pick(['ec2.amazonaws.com', 'sts.amazonaws.com', 'iam.amazonaws.com']),
        type: random.chance(0.02) ? ['access', 'denied'] : ['access'],
      },
      user: { name },
      aws: { cloudtrail: { read_only: random.chance(0.9), user_identity: { type: 'IAMUser' } } },
    },
  };
};

/** Of ten events, how many are of a type. */
const MIX: ReadonlyArray<readonly [type: string, make: Make, share: number]> = [
  ['vpcflow', vpcflow, 5],
  ['elblogs', elblogs, 3],
  ['s3access', s3access, 1],
  ['cloudtrail', cloudtrail, 1],
];

/** Events of the two days before `now` in four log types, with the fields that the overview looks at. */
export async function loadMixedEvents(client: Client, count: number, now: number): Promise<void> {
  const indexOf = (type: string) => `siem-logs-${type}-bench-2026`;
  for (const [type] of MIX) {
    // The request cache would answer the second run of the same searches without any work.
    const settings = { number_of_replicas: 0, refresh_interval: '-1', 'requests.cache.enable': false };
    await client.indices.create({ index: indexOf(type), body: { settings } });
  }
  const random = createRandom(1);
  const kinds = MIX.map(([type, make, share]) => [{ type, make }, share] as const);
  for (let sent = 0; sent < count; sent += DOCUMENTS_PER_BULK) {
    const body = Array.from({ length: Math.min(DOCUMENTS_PER_BULK, count - sent) }, () => {
      const { type, make } = random.weighted(kinds);
      const { source, fields } = make(random);
      return [
        { create: { _index: indexOf(type) } },
        {
          '@timestamp': now - random.integer(0, 48 * HOUR),
          type,
          source: { ip: source, geo: { country_iso_code: source.startsWith('10.') ? undefined : 'FR' } },
          related: { ip: [source] },
          cloud: { account: { id: '111122223333' } },
          ...fields,
        },
      ];
    }).flat();
    await client.bulk({ body });
  }
  await client.indices.refresh({ index: 'siem-logs-*' });
}

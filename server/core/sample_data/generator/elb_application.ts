import type { Random } from '../../../../common/random';
import { loadBalancerKey } from './keys';
import { lines, type LogRecord, type LogStream } from './log_object';
import { isoMicros } from './time_format';
import { BROWSERS, pageOf } from './web';
import type { World } from './world';

export interface WebRequest {
  at: number;
  client: string;
  method: string;
  path: string;
  userAgent: string;
  status: number;
}

/** Access log of an application load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html */
export function applicationStream(
  world: World,
  perDay: number,
): LogStream & { record(request: WebRequest, random: Random): LogRecord } {
  const balancer = world.application;
  const record = (request: WebRequest, random: Random) => ({
    at: request.at,
    text: requestLine(world, request, random),
  });
  return {
    id: `elblogs/${balancer.name}`,
    type: 'elblogs',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const { method, path, status } = pageOf(random);
        const at = from + Math.floor(random.next() * (to - from));
        const client = random.pick(world.clients);
        return record({ at, client, method, path, status, userAgent: random.pick(BROWSERS) }, random);
      }),
    key: (end, unique) =>
      loadBalancerKey(balancer, `app.${balancer.name}.${balancer.id}`, '.log.gz', end, unique),
    wrap: (records) => lines(records),
    gzip: true,
    record,
  };
}

function requestLine(world: World, request: WebRequest, random: Random): string {
  const { account, region, name, id, domain } = world.application;
  const web = world.networks.storefront.instances.filter(({ purpose }) => purpose === 'web');
  const target = `${random.pick(web).address}:8443`;
  // The balancer itself refuses what its rules forbid; no target ever sees that.
  const refused = request.status === 403;
  const certificate = `arn:aws:acm:${region}:${account.id}:certificate/5fc1b0a6-2e0e-4f5c-9d0b-7a3e61c8e210`;
  const group = `arn:aws:elasticloadbalancing:${region}:${account.id}:targetgroup/${name}-web/73e2d6bc24d8a067`;
  const seconds = (max: number) => (random.next() * max).toFixed(3);
  const trace = `Root=1-${Math.floor(request.at / 1_000).toString(16)}-${random.hex(24)}`;
  return [
    'https',
    isoMicros(request.at),
    `app/${name}/${id}`,
    `${request.client}:${random.integer(1_024, 65_535)}`,
    refused ? '-' : target,
    ...(refused ? ['-1', '-1', '-1'] : ['0.000', seconds(0.4), '0.000']),
    request.status,
    refused ? '-' : request.status,
    random.integer(80, 900),
    sentBytes(request.status, random),
    `"${request.method} https://${domain}:443${request.path} HTTP/2.0"`,
    `"${request.userAgent}"`,
    'ECDHE-RSA-AES128-GCM-SHA256',
    'TLSv1.2',
    group,
    `"${trace}"`,
    `"${domain}"`,
    `"${certificate}"`,
    refused ? 1 : 0,
    isoMicros(request.at - random.integer(1, 400)),
    refused ? '"fixed-response"' : '"forward"',
    '"-"',
    '"-"',
    refused ? '"-"' : `"${target}"`,
    refused ? '"-"' : `"${request.status}"`,
    '"-"',
    '"-"',
    `TID_${random.hex(32)}`,
    '"-"',
    '"-"',
    '"-"',
  ].join(' ');
}

function sentBytes(status: number, random: Random): number {
  if (status === 304) return random.integer(150, 250);
  return status >= 400 ? random.integer(300, 700) : random.integer(900, 60_000);
}

import { loadBalancerKey } from './keys';
import { lines, type LogStream } from './log_object';
import type { Instance, World } from './world';

/** Access log of a network load balancer's TLS listener: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html */
export function networkStream(world: World, perDay: number): LogStream {
  const balancer = world.network;
  const { account, region, name, id, domain } = balancer;
  const web = world.networks.payments.instances.find(({ purpose }) => purpose === 'web') as Instance;
  const certificate = `arn:aws:acm:${region}:${account.id}:certificate/2a108f19-aded-46b0-8493-c63eb1ef4a99`;
  // Without milliseconds and zone, other than all its relatives.
  const time = (at: number) => new Date(at).toISOString().slice(0, 19);
  return {
    id: `elblogs/${name}`,
    type: 'elblogs',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        const connected = random.integer(20, 20_000);
        const http2 = random.chance(0.7);
        const text = [
          'tls',
          '2.0',
          time(at),
          `net/${name}/${id}`,
          'g3d4b5e8bb8464cd',
          `${random.pick(world.clients)}:${random.integer(1_024, 65_535)}`,
          `${web.address}:443`,
          connected,
          random.integer(2, 40),
          random.integer(200, 6_000),
          random.integer(900, 90_000),
          '-',
          certificate,
          '-',
          'ECDHE-RSA-AES128-GCM-SHA256',
          'tlsv12',
          '-',
          domain,
          ...(http2 ? ['h2', 'h2', '"h2","http/1.1"'] : ['-', '-', '-']),
          time(at - connected),
        ].join(' ');
        return { at, text };
      }),
    key: (end, unique) => loadBalancerKey({ account, region }, `net.${name}.${id}`, '.log.gz', end, unique),
    wrap: (records) => lines(records),
    gzip: true,
  };
}

import { loadBalancerKey } from './keys';
import { lines, type LogStream } from './log_object';
import { isoMicros } from './time_format';
import { BROWSERS, pageOf } from './web';
import type { Instance, World } from './world';

/** Access log of a classic load balancer, the only one not compressed: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html */
export function classicStream(world: World, perDay: number): LogStream {
  const balancer = world.classic;
  const web = world.networks.staging.instances.find(({ purpose }) => purpose === 'web') as Instance;
  return {
    id: `elblogs/${balancer.name}`,
    type: 'elblogs',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        const { method, path, status } = pageOf(random);
        const seconds = (max: number) => (random.next() * max).toFixed(6);
        const text = [
          isoMicros(at),
          balancer.name,
          `${random.pick(world.users).address}:${random.integer(1_024, 65_535)}`,
          `${web.address}:80`,
          seconds(0.0002),
          seconds(0.9),
          seconds(0.0002),
          status,
          status,
          method === 'POST' ? random.integer(50, 4_000) : 0,
          random.integer(100, 30_000),
          `"${method} http://${balancer.domain}:80${path} HTTP/1.1"`,
          `"${random.pick(BROWSERS)}"`,
          '-',
          '-',
        ].join(' ');
        return { at, text };
      }),
    key: (end, unique) => loadBalancerKey(balancer, balancer.name, '.log', end, unique),
    wrap: (records) => lines(records),
    gzip: false,
  };
}

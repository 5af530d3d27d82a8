import type { Random } from '../../../../common/random';
import { vpcFlowKey } from './keys';
import { lines, type LogRecord, type LogStream } from './log_object';
import type { Instance, Network, World } from './world';

/** Field lists: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html */
export const DEFAULT_FIELDS =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
export const CUSTOM_FIELDS =
  'version account-id vpc-id subnet-id instance-id interface-id type srcaddr dstaddr pkt-srcaddr pkt-dstaddr srcport dstport protocol tcp-flags packets bytes start end action log-status flow-direction traffic-path region az-id';

export interface Flow {
  at: number;
  instance: Instance;
  direction: 'ingress' | 'egress';
  /** The far end. */
  peer: string;
  localPort: number;
  peerPort: number;
  /** IANA protocol number. */
  protocol: number;
  packets: number;
  bytes: number;
  action: 'ACCEPT' | 'REJECT';
}

const KNOCKED_PORTS = [22, 23, 445, 1433, 3389, 5432, 5900, 6379, 8080, 9200, 27017];

/** Flow log of one VPC, in the default format or with a custom field list. */
export function vpcFlowStream(
  world: World,
  network: Network,
  fields: string,
  perDay: number,
): LogStream & { record(flow: Flow): LogRecord } {
  const names = fields.split(' ');
  const record = (flow: Flow) => ({ at: flow.at, text: flowLine(network, names, flow) });
  return {
    id: `vpcflow/${network.vpcId}`,
    type: 'vpcflow',
    perDay,
    generate: (count, from, to, random) => {
      const records: LogRecord[] = [];
      while (records.length < count) {
        for (const flow of conversation(world, network, from, to, random)) records.push(record(flow));
      }
      return records.slice(0, count);
    },
    key: (end, unique) => vpcFlowKey(network, end, unique),
    wrap: (records) => lines(records, fields),
    gzip: true,
    record,
  };
}

/** What one conversation leaves in the log: both directions when accepted, one when rejected. */
function conversation(world: World, network: Network, from: number, to: number, random: Random): Flow[] {
  const at = from + Math.floor(random.next() * (to - from));
  const instance = random.pick(network.instances);
  const ephemeral = random.integer(32_768, 60_999);
  const kind = random.weighted([
    ['customer', instance.purpose === 'web' ? 60 : 0],
    ['database', instance.purpose === 'app' ? 40 : 8],
    ['name', 12],
    ['update', 4],
    ['knock', 10],
  ] as const);
  const base = { at, instance, protocol: 6, action: 'ACCEPT' as const };
  const size = () => {
    const packets = random.integer(4, 60);
    return { packets, bytes: packets * random.integer(60, 1_400) };
  };
  const both = (flow: Omit<Flow, 'direction' | 'packets' | 'bytes'>): Flow[] => [
    { ...flow, direction: 'ingress', ...size() },
    { ...flow, direction: 'egress', ...size() },
  ];
  switch (kind) {
    case 'customer':
      return both({ ...base, peer: random.pick(world.clients), localPort: 443, peerPort: ephemeral });
    case 'database': {
      const database = network.instances.find(({ purpose }) => purpose === 'database') as Instance;
      return both({ ...base, peer: database.address, localPort: ephemeral, peerPort: 5432 });
    }
    case 'name':
      return both({ ...base, protocol: 17, peer: '169.254.169.253', localPort: ephemeral, peerPort: 53 });
    case 'update':
      return both({ ...base, peer: '192.0.2.200', localPort: ephemeral, peerPort: 443 });
    case 'knock':
      return [knock(base.at, instance, random.pick(world.scanners), random.pick(KNOCKED_PORTS), random)];
  }
}

/** One refused packet from outside. */
export function knock(at: number, instance: Instance, peer: string, port: number, random: Random): Flow {
  return {
    at,
    instance,
    direction: 'ingress',
    peer,
    localPort: port,
    peerPort: random.integer(40_000, 65_000),
    protocol: 6,
    packets: 1,
    bytes: 44,
    action: 'REJECT',
  };
}

function flowLine(network: Network, names: string[], flow: Flow): string {
  const { instance } = flow;
  const incoming = flow.direction === 'ingress';
  const [source, target] = incoming ? [flow.peer, instance.address] : [instance.address, flow.peer];
  const [sourcePort, targetPort] = incoming
    ? [flow.peerPort, flow.localPort]
    : [flow.localPort, flow.peerPort];
  const seconds = Math.floor(flow.at / 1_000);
  const values: Record<string, string | number> = {
    version: names.length > 14 ? 5 : 2,
    'account-id': network.account.id,
    'vpc-id': network.vpcId,
    'subnet-id': instance.subnetId,
    'instance-id': instance.id,
    'interface-id': instance.interfaceId,
    type: 'IPv4',
    srcaddr: source,
    dstaddr: target,
    'pkt-srcaddr': source,
    'pkt-dstaddr': target,
    srcport: sourcePort,
    dstport: targetPort,
    protocol: flow.protocol,
    // SYN alone when refused; SYN, ACK and FIN over the life of a TCP connection.
    'tcp-flags': flow.protocol !== 6 ? 0 : flow.action === 'REJECT' ? 2 : 19,
    packets: flow.packets,
    bytes: flow.bytes,
    start: seconds,
    end: seconds + (flow.action === 'REJECT' ? 0 : Math.min(58, flow.packets)),
    action: flow.action,
    'log-status': 'OK',
    'flow-direction': flow.direction,
    // 8: through an internet gateway; given for outgoing traffic only.
    'traffic-path': incoming ? '-' : 8,
    region: network.region,
    'az-id': network.azId,
  };
  return names.map((name) => values[name] ?? '-').join(' ');
}

/** Names of the protocols one meets, as ECS's `network.transport` has them: https://www.iana.org/assignments/protocol-numbers */
const TRANSPORTS: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '2': 'igmp',
  '4': 'ipv4',
  '6': 'tcp',
  '17': 'udp',
  '41': 'ipv6',
  '47': 'gre',
  '50': 'esp',
  '51': 'ah',
  '58': 'ipv6-icmp',
  '89': 'ospf',
  '112': 'vrrp',
  '132': 'sctp',
};

/** Name of an IANA protocol number, if it is one of the common ones. */
export function transportOf(number: string): string | undefined {
  return TRANSPORTS[number];
}

const FLAGS: ReadonlyArray<readonly [bit: number, name: string]> = [
  [1, 'fin'],
  [2, 'syn'],
  [4, 'rst'],
  [8, 'psh'],
  [16, 'ack'],
  [32, 'urg'],
];

/** Names of the TCP flags seen in the flow: they are ORed over the aggregation interval. */
export function tcpFlagNames(flags: number): string[] {
  return FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
}

/** Where a flow goes, as ECS says it: https://www.elastic.co/docs/reference/ecs/ecs-network#field-network-direction */
export type NetworkDirection = 'inbound' | 'outbound' | 'internal' | 'external';

/** The direction of a flow between two addresses, private networks being the inside. */
export function networkDirection(source: string, destination: string): NetworkDirection {
  if (isPrivate(source)) return isPrivate(destination) ? 'internal' : 'outbound';
  return isPrivate(destination) ? 'inbound' : 'external';
}

/**
 * Whether an address is of no use on the internet: RFC 1918, shared (RFC 6598), link-local, loopback, and of IPv6 those of RFC 4193 and
 * link-local ones. Compares texts, since this is asked twice for each flow.
 */
export function isPrivate(address: string): boolean {
  if (address.startsWith('10.') || address.startsWith('192.168.')) return true;
  if (address.startsWith('172.')) return isSecondOctet(address, 16, 31);
  if (address.startsWith('100.')) return isSecondOctet(address, 64, 127);
  if (address.includes(':')) return /^(f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|(0*:)*0*:0*1$)/i.test(address);
  return address.startsWith('169.254.') || address.startsWith('127.');
}

/** The first octet has three digits. */
function isSecondOctet(address: string, from: number, to: number): boolean {
  const octet = Number(address.slice(4, address.indexOf('.', 4)));
  return octet >= from && octet <= to;
}

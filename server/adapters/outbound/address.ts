import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What ipaddr.js calls the ranges that nothing is sent to, in words for people. */
const KINDS: Record<string, string> = {
  unspecified: 'the unspecified address',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address, such as those of cloud metadata services',
  loopback: 'a loopback address',
  carrierGradeNat: 'an address of a shared provider network',
  private: 'a private address',
  uniqueLocal: 'a private address',
};

/** Azure's wire server: an ordinary public address that only answers inside, with credentials. */
const METADATA = new Set(['168.63.129.16']);

/** An address as it is compared: IPv4 carried in IPv6 (mapped, or by NAT64) is the IPv4 it leads to. */
export function parseAddress(text: string): Address | undefined {
  const plain = text.split('%', 1)[0] ?? '';
  if (!ipaddr.IPv6.isValid(plain) && !ipaddr.IPv4.isValidFourPartDecimal(plain)) return undefined;
  const address = ipaddr.parse(plain);
  if (address.kind() === 'ipv4') return address;
  const six = address as ipaddr.IPv6;
  const carriesFour = six.range() === 'ipv4Mapped' || six.range() === 'rfc6052';
  return carriesFour ? new ipaddr.IPv4(six.toByteArray().slice(-4)) : six;
}

/** What is wrong with an address ("a private address"), or undefined for one anyone on the internet may reach. */
export function internalKind(address: Address): string | undefined {
  if (METADATA.has(address.toString())) return 'the address of a metadata service';
  const range = address.range();
  return range === 'unicast' ? undefined : (KINDS[range] ?? 'an address of a reserved range');
}

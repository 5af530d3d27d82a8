import { IPv4, IPv6, isValid, parse, parseCIDR } from 'ipaddr.js';
import { ipv4Number } from '../ip';

/** Tests addresses against a CIDR block or a single address; undefined if `text` is neither. */
export function cidrMatcher(text: string): ((address: string) => boolean) | undefined {
  const block = blockOf(text);
  if (!block) return undefined;
  const [base, length] = block;
  if (base instanceof IPv4) {
    const shift = 32 - length;
    const wanted = leading(ipv4Number(base.toString()), shift);
    return (address) => !address.includes(':') && leading(ipv4Number(address), shift) === wanted;
  }
  return (address) => {
    if (!address.includes(':')) return false;
    const other = parse(address);
    return other instanceof IPv6 && other.match(base, length);
  };
}

function blockOf(text: string): [IPv4 | IPv6, number] | undefined {
  try {
    if (text.includes('/')) return parseCIDR(text);
    // The library also takes shortened and octal forms of IPv4, which nobody means here.
    if (!isValid(text) || (!text.includes(':') && text.split('.').length !== 4)) return undefined;
    const address = parse(text);
    return [address, address instanceof IPv4 ? 32 : 128];
  } catch {
    return undefined;
  }
}

/** The number without its last `shift` bits; bit operators would make it negative. */
function leading(number: number, shift: number): number {
  return Math.floor(number / 2 ** shift);
}

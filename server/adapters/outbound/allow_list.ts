import ipaddr from 'ipaddr.js';
import { parseAddress } from './address';

export interface AllowList {
  host(name: string): boolean;
  address(text: string): boolean;
}

/**
 * What `awsSiem.outbound.allow` lets through: addresses and networks (`10.1.0.0/16`), host names (`hooks.corp.example`) and all hosts under a
 * domain (`.corp.example`).
 *
 * @throws Error naming an entry that is none of these
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const networks: Array<[ipaddr.IPv4 | ipaddr.IPv6, number]> = [];
  const hosts = new Set<string>();
  const suffixes: string[] = [];

  for (const entry of entries.map((text) => text.trim().toLowerCase())) {
    const address = parseAddress(entry);
    if (address) networks.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    else if (entry.includes('/')) networks.push(parseNetwork(entry));
    else if (!/^\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(entry)) throw notAnEntry(entry);
    else if (entry.startsWith('.')) suffixes.push(withoutDot(entry));
    else hosts.add(withoutDot(entry));
  }

  return {
    host(name) {
      const host = withoutDot(name.toLowerCase());
      return hosts.has(host) || suffixes.some((suffix) => host.endsWith(suffix));
    },
    address(text) {
      const address = parseAddress(text);
      return address !== undefined && networks.some((network) => holds(network, address));
    },
  };
}

function holds(
  [start, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number],
  address: ipaddr.IPv4 | ipaddr.IPv6,
): boolean {
  return start.kind() === address.kind() && address.match(start, bits);
}

function parseNetwork(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    return ipaddr.parseCIDR(entry);
  } catch (cause) {
    throw notAnEntry(entry, cause);
  }
}

/** `host.example.` is the same host as `host.example`. */
function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}

function notAnEntry(entry: string, cause?: unknown): Error {
  return new Error(
    `awsSiem.outbound.allow: "${entry}" is no address, network (10.1.0.0/16), host name or domain (.corp.example)`,
    { cause },
  );
}

import { type Json, listOf, objectOf, textOf } from '../json_value';
import type { ApiCall } from './api_call';

/** Ports of administration and databases; what a wide range opens is told by those of them that lie in it. */
export const WATCHED_PORTS: readonly number[] = [
  22, 23, 135, 445, 1433, 1521, 2375, 2376, 2379, 3306, 3389, 5432, 5439, 5601, 5900, 5985, 5986, 6379, 6443,
  9042, 9200, 9300, 10250, 11211, 27017,
];

const LAST_PORT = 65_535;
/** By name or number; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const WITH_PORTS = new Set(['tcp', '6', 'udp', '17']);
const ALL_TRAFFIC = '-1';

/**
 * Ports that a change of a security group opens to the whole internet, ascending: of a range its ends and the watched ports in it, of all
 * traffic the watched ports. Empty for a change that opens none, undefined for other calls.
 */
export function publicPorts({ action, parameters }: ApiCall): number[] | undefined {
  if (!parameters) return undefined;
  if (action === 'AuthorizeSecurityGroupIngress') return portsOf(permissions(parameters));
  if (action === 'ModifySecurityGroupRules') return portsOf(modifiedRules(parameters));
  return undefined;
}

interface Permission {
  protocol: string | undefined;
  from: unknown;
  to: unknown;
  cidrs: unknown[];
}

/** EC2 takes permissions as a list, or a single one by parameters of its own. */
function permissions(parameters: Json): Permission[] {
  return [...listOf(parameters.ipPermissions), parameters].flatMap((item) => {
    const permission = objectOf(item);
    if (!permission) return [];
    const ranges = [...listOf(permission.ipRanges), ...listOf(permission.ipv6Ranges)].map(objectOf);
    return {
      protocol: textOf(permission.ipProtocol),
      from: permission.fromPort,
      to: permission.toPort,
      cidrs: [permission.cidrIp, ...ranges.flatMap((range) => [range?.cidrIp, range?.cidrIpv6])],
    };
  });
}

/** The record writes this newer call's parameters with capitals, each rule inside an entry that names its id. */
function modifiedRules(parameters: Json): Permission[] {
  const request = objectOf(parameters.ModifySecurityGroupRulesRequest) ?? parameters;
  return listOf(request.SecurityGroupRule).flatMap((item) => {
    const rule = objectOf(objectOf(item)?.SecurityGroupRule);
    if (!rule) return [];
    return {
      protocol: textOf(rule.IpProtocol),
      from: rule.FromPort,
      to: rule.ToPort,
      cidrs: [rule.CidrIpv4, rule.CidrIpv6],
    };
  });
}

function portsOf(opened: Permission[]): number[] {
  const ports = new Set<number>();
  for (const { protocol, from, to, cidrs } of opened) {
    if (!cidrs.some(isWholeInternet)) continue;
    if (protocol === ALL_TRAFFIC) for (const port of WATCHED_PORTS) ports.add(port);
    else if (WITH_PORTS.has(protocol?.toLowerCase() ?? '')) addRange(ports, from, to);
  }
  return [...ports].sort((a, b) => a - b);
}

function isWholeInternet(cidr: unknown): boolean {
  return typeof cidr === 'string' && cidr.endsWith('/0');
}

/** Ports left out, or -1, stand for all. */
function addRange(ports: Set<number>, from: unknown, to: unknown): void {
  const first = portOf(from) ?? 0;
  const last = portOf(to) ?? LAST_PORT;
  ports.add(first).add(last);
  for (const port of WATCHED_PORTS) if (port >= first && port <= last) ports.add(port);
}

function portOf(value: unknown): number | undefined {
  const port = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof port === 'number' && port >= 0 && port <= LAST_PORT ? port : undefined;
}

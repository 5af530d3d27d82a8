import type { Json } from '../json_value';
import { publicPorts, WATCHED_PORTS } from './public_ports';

function opened(action: string, parameters: Json | undefined) {
  return publicPorts({
    source: 'ec2.amazonaws.com',
    action,
    failed: false,
    identity: {},
    recipient: '111111111111',
    parameters,
    response: undefined,
  });
}

const ingress = (...items: Json[]) =>
  opened('AuthorizeSecurityGroupIngress', { groupId: 'sg-1', ipPermissions: { items } });
const modified = (...rules: Json[]) =>
  opened('ModifySecurityGroupRules', {
    ModifySecurityGroupRulesRequest: {
      GroupId: 'sg-1',
      SecurityGroupRule: rules.map((rule) => ({ SecurityGroupRuleId: 'sgr-1', SecurityGroupRule: rule })),
    },
  });
const everyone4 = { ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } };
const everyone6 = { ipRanges: {}, ipv6Ranges: { items: [{ cidrIpv6: '::/0', description: 'all' }] } };
const office = { ipRanges: { items: [{ cidrIp: '203.0.113.0/24' }] } };
const tcp = (fromPort?: number, toPort = fromPort) => ({ ipProtocol: 'tcp', fromPort, toPort });

describe('publicPorts', () => {
  it.each<[string, number[] | undefined, readonly number[] | undefined]>([
    ['one port over IPv4', ingress({ ...tcp(22), ...everyone4 }), [22]],
    ['one port over IPv6', ingress({ ...tcp(3389), ...everyone6 }), [3389]],
    ['a port that is not watched', ingress({ ...tcp(443), ...everyone4 }), [443]],
    ['a network of one’s own', ingress({ ...tcp(22), ...office }), []],
    [
      'everyone among other networks',
      ingress({ ...tcp(22), ipRanges: { items: [...office.ipRanges.items, ...everyone4.ipRanges.items] } }),
      [22],
    ],
    [
      'one permission for all, one not',
      ingress({ ...tcp(22), ...office }, { ...tcp(80), ...everyone4 }),
      [80],
    ],
    ['a range', ingress({ ...tcp(3300, 3400), ...everyone4 }), [3300, 3306, 3389, 3400]],
    ['all ports', ingress({ ...tcp(0, 65_535), ...everyone4 }), [0, ...WATCHED_PORTS, 65_535]],
    ['ports left out', ingress({ ipProtocol: 'tcp', ...everyone4 }), [0, ...WATCHED_PORTS, 65_535]],
    ['all traffic', ingress({ ipProtocol: '-1', ...everyone4 }), WATCHED_PORTS],
    ['protocol by number', ingress({ ipProtocol: '17', fromPort: 53, toPort: 53, ...everyone4 }), [53]],
    [
      'ICMP, whose types are no ports',
      ingress({ ipProtocol: 'icmp', fromPort: 8, toPort: 0, ...everyone4 }),
      [],
    ],
    ['a security group', ingress({ ...tcp(22), groups: { items: [{ groupId: 'sg-2' }] } }), []],
    ['the single form', opened('AuthorizeSecurityGroupIngress', { ...tcp(22), cidrIp: '0.0.0.0/0' }), [22]],
    [
      'a modified rule',
      modified({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIpv4: '0.0.0.0/0' }),
      [22],
    ],
    [
      'a modified rule for a network',
      modified({ IpProtocol: 'tcp', FromPort: 22, CidrIpv4: '10.0.0.0/8' }),
      [],
    ],
    [
      'two modified rules',
      modified(
        { IpProtocol: '-1', FromPort: -1, ToPort: -1, CidrIpv6: '::/0' },
        { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIpv4: '0.0.0.0/0' },
      ),
      [22, 23, 80, ...WATCHED_PORTS.filter((port) => port > 80)],
    ],
    ['nonsense', opened('AuthorizeSecurityGroupIngress', { ipPermissions: { items: [null, 'x', 7] } }), []],
    ['a refused call', opened('AuthorizeSecurityGroupIngress', undefined), undefined],
    ['a revoked rule', opened('RevokeSecurityGroupIngress', { ...tcp(22), cidrIp: '0.0.0.0/0' }), undefined],
  ])('%s', (_title, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});

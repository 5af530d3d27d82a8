import type { Random } from '../../../../common/random';
import { resolverKey } from './keys';
import { lines, type LogStream } from './log_object';
import { isoSeconds } from './time_format';
import type { Network } from './world';

const NAMES = [
  ['secretsmanager.us-east-1.amazonaws.com.', 30],
  ['sqs.us-east-1.amazonaws.com.', 25],
  ['kms.us-east-1.amazonaws.com.', 20],
  ['orders-db.cluster-c1x2.us-east-1.rds.amazonaws.com.', 25],
  ['api.payments.example.', 12],
  ['registry.npmjs.org.', 4],
  ['time.aws.com.', 6],
  ['legacy-erp.acme.internal.', 3],
  ['ldap.acme.internal.', 2],
] as const;
const BLOCKED_NAMES = ['pool.minexmr.example.', 'cdn-update.badhost.example.', 'a9f3c1.exfil.example.'];
/** Names that no server knows any more. */
const GONE = /acme\.internal/;

/** Query log of a VPC's resolver: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html */
export function resolverStream({ account, region, vpcId, instances }: Network, perDay: number): LogStream {
  return {
    id: `route53resolver/${vpcId}`,
    type: 'route53resolver',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return { at, text: JSON.stringify(query(at, random)) };
      }),
    key: (end, unique) => resolverKey(account, vpcId, end, unique),
    wrap: (records) => lines(records),
    gzip: true,
  };

  function query(at: number, random: Random) {
    const blocked = random.chance(0.004);
    const name = blocked ? random.pick(BLOCKED_NAMES) : random.weighted(NAMES);
    const gone = GONE.test(name);
    // What is blocked comes from one machine: that is the one to look at.
    const instance = blocked ? instances[0]! : random.pick(instances);
    return {
      version: '1.100000',
      account_id: account.id,
      region,
      vpc_id: vpcId,
      query_timestamp: isoSeconds(at),
      query_name: name,
      query_type: random.chance(0.3) ? 'AAAA' : 'A',
      query_class: 'IN',
      rcode: gone || blocked ? 'NXDOMAIN' : random.chance(0.002) ? 'SERVFAIL' : 'NOERROR',
      answers:
        gone || blocked ? [] : [{ Rdata: `10.20.9.${random.integer(1, 200)}`, Type: 'A', Class: 'IN' }],
      srcaddr: instance.address,
      srcport: String(random.integer(1_024, 65_535)),
      transport: 'UDP',
      srcids: { instance: instance.id },
      ...(blocked && {
        firewall_rule_action: 'BLOCK',
        firewall_rule_group_id: 'rslvr-frg-0a1b2c3d4e5f6a7b8',
        firewall_domain_list_id: 'rslvr-fdl-0a1b2c3d4e5f6a7b8',
      }),
    };
  }
}

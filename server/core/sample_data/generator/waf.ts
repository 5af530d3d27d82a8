import type { Random } from '../../../../common/random';
import { countryOf } from './countries';
import { wafKey } from './keys';
import { lines, type LogStream } from './log_object';
import { BROWSERS, pageOf } from './web';
import type { World } from './world';

const ATTACKS = [
  {
    rule: 'AWS-AWSManagedRulesSQLiRuleSet',
    path: '/search',
    args: 'q=1%27%20OR%20%271%27=%271',
    kind: 'SQL_INJECTION',
  },
  {
    rule: 'AWS-AWSManagedRulesCommonRuleSet',
    path: '/products',
    args: 'q=<script>alert(1)</script>',
    kind: 'XSS',
  },
  { rule: 'AWS-AWSManagedRulesKnownBadInputsRuleSet', path: '/.env', args: '', kind: undefined },
  { rule: 'AWS-AWSManagedRulesKnownBadInputsRuleSet', path: '/cgi-bin/luci', args: '', kind: undefined },
  { rule: 'AWS-AWSManagedRulesAmazonIpReputationList', path: '/login', args: '', kind: undefined },
  { rule: 'acme-rate-limit', path: '/login', args: '', kind: undefined },
] as const;
const TOOLS = [
  'sqlmap/1.8.9#stable (https://sqlmap.org)',
  'Nuclei - Open-source project',
  'curl/8.9.1',
  'python-requests/2.32.3',
];
/** Share of the requests that the web ACL blocks. */
const BLOCKED = 0.06;

/** Web ACL of the shop: https://docs.aws.amazon.com/waf/latest/developerguide/logging-fields.html */
export function wafStream(world: World, perDay: number): LogStream {
  const { account, region, name, id } = world.application;
  return {
    id: 'waf/storefront',
    type: 'waf',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return { at, text: JSON.stringify(record(world, at, random)) };
      }),
    key: (end, unique) => wafKey({ account, region }, name, end, unique),
    wrap: (records) => lines(records),
    gzip: true,
  };

  function record({ clients, scanners }: World, at: number, random: Random) {
    const attack = random.chance(BLOCKED) ? random.pick(ATTACKS) : undefined;
    const page = pageOf(random);
    const [path = '/', query = ''] = page.path.split('?');
    const client = random.pick(attack ? scanners : clients);
    return {
      timestamp: at,
      formatVersion: 1,
      webaclId: `arn:aws:wafv2:${region}:${account.id}:regional/webacl/${name}/5f0c1a52-7d0b-4f6e-9a53-2f4f5a6b7c8d`,
      terminatingRuleId: attack?.rule ?? 'Default_Action',
      terminatingRuleType: attack
        ? attack.rule.startsWith('AWS-')
          ? 'MANAGED_RULE_GROUP'
          : 'RATE_BASED'
        : 'REGULAR',
      action: attack ? 'BLOCK' : 'ALLOW',
      terminatingRuleMatchDetails: attack?.kind
        ? [
            {
              conditionType: attack.kind,
              sensitivityLevel: 'HIGH',
              location: 'QUERY_STRING',
              matchedData: [attack.args],
            },
          ]
        : [],
      httpSourceName: 'ALB',
      httpSourceId: `${account.id}-app/${name}/${id}`,
      ruleGroupList: [],
      rateBasedRuleList: [],
      nonTerminatingMatchingRules: [],
      httpRequest: {
        clientIp: client,
        country: countryOf(client),
        headers: [
          { name: 'host', value: world.application.domain },
          { name: 'user-agent', value: random.pick(attack ? TOOLS : BROWSERS) },
        ],
        uri: attack?.path ?? path,
        args: attack?.args ?? query,
        httpVersion: 'HTTP/2.0',
        httpMethod: attack ? 'GET' : page.method,
        requestId: `1-${Math.floor(at / 1_000).toString(16)}-${random.hex(24)}`,
      },
    };
  }
}

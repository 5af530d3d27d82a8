import { createRandom, type Random } from '../common/random';

/** Lines or records to make of each type; enough for the compiler to warm up and the clock to mean something. */
const LINES = 200_000;
const RECORDS = 40_000;
const START = Date.UTC(2026, 0, 2) / 1_000;

const address = (random: Random) =>
  `${random.integer(1, 223)}.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`;

const iso = (seconds: number) => new Date(seconds * 1_000).toISOString();

function lines(count: number, line: (random: Random, at: number) => string, header = ''): Buffer {
  const random = createRandom(7);
  let text = header;
  for (let at = 0; at < count; at++) text += `${line(random, at)}\n`;
  return Buffer.from(text);
}

function flow(random: Random, at: number): string {
  const start = START + (at >> 5);
  const verdict = random.chance(0.1) ? 'REJECT' : 'ACCEPT';
  return `2 123456789012 eni-0a1b2c3d4e5f6071${random.integer(0, 9)} 10.0.${random.integer(0, 255)}.${random.integer(1, 254)} ${address(random)} ${random.integer(1024, 65535)} 443 6 ${random.integer(1, 90)} ${random.integer(40, 90_000)} ${start} ${start + 60} ${verdict} OK`;
}

function balancer(random: Random, at: number): string {
  const time = START + (at >> 5);
  const status = random.weighted([
    [200, 90],
    [404, 8],
    [502, 2],
  ] as const);
  const target = `10.0.3.${random.integer(1, 9)}:8080`;
  return `https ${iso(time).replace('Z', '123Z')} app/shop/50dc6c495c0c9188 ${address(random)}:${random.integer(1024, 65535)} ${target} 0.001 0.0${random.integer(10, 99)} 0.000 ${status} ${status} ${random.integer(50, 900)} ${random.integer(300, 90_000)} "GET https://shop.example.com:443/item/${random.integer(1, 9_999)}?ref=${random.hex(8)} HTTP/1.1" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${random.integer(90, 130)}.0.0.0 Safari/537.36" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/73e2d6bc24d8a067 "Root=1-${random.hex(8)}-${random.hex(24)}" "shop.example.com" "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012" 1 ${iso(time)} "forward" "-" "-" "${target}" "${status}" "-" "-" TID_${random.hex(32)}`;
}

function access(random: Random, at: number): string {
  const time = iso(START + (at >> 5));
  const key = `2026/${random.hex(2)}/photo-${random.integer(1, 99_999)}.jpg`;
  return `79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be photos [02/Jan/2026:${time.slice(11, 19)} +0000] ${address(random)} arn:aws:sts::123456789012:assumed-role/web/i-0${random.hex(8)} ${random.hex(16).toUpperCase()} REST.GET.OBJECT ${key} "GET /photos/${key} HTTP/1.1" 200 - ${random.integer(900, 90_000)} ${random.integer(900, 90_000)} ${random.integer(5, 90)} ${random.integer(5, 50)} "-" "aws-sdk-java/1.12.488 Linux/5.4.247 OpenJDK_64-Bit_Server_VM/25.372-b08" - ${random.hex(64)}= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader photos.s3.eu-central-1.amazonaws.com TLSv1.2 - -`;
}

function call(random: Random, at: number): object {
  const instance = `i-0${random.hex(16)}`;
  const user = random.pick(['alice', 'bob', 'carol', 'deploy']);
  return {
    eventVersion: '1.09',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAEXAMPLE0000000000:${user}`,
      arn: `arn:aws:sts::123456789012:assumed-role/admin/${user}`,
      accountId: '123456789012',
      accessKeyId: `ASIA${random.hex(16).toUpperCase()}`,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAEXAMPLE0000000000',
          arn: 'arn:aws:iam::123456789012:role/admin',
          accountId: '123456789012',
          userName: 'admin',
        },
        attributes: { creationDate: iso(START), mfaAuthenticated: 'false' },
      },
    },
    eventTime: `${iso(START + (at >> 3)).slice(0, 19)}Z`,
    eventSource: 'ec2.amazonaws.com',
    eventName: random.pick([
      'DescribeInstances',
      'StartInstances',
      'StopInstances',
      'ModifyInstanceAttribute',
    ]),
    awsRegion: 'eu-central-1',
    sourceIPAddress: address(random),
    userAgent: 'aws-cli/2.15.0 md/Botocore#1.34 ua/2.0 os/linux#6.1 lang/python#3.11 cfg/retry-mode#standard',
    requestParameters: {
      instancesSet: { items: [{ instanceId: instance }] },
      filterSet: { items: [{ name: 'vpc-id', valueSet: { items: [{ value: `vpc-${random.hex(8)}` }] } }] },
    },
    responseElements: {
      requestId: random.hex(32),
      instancesSet: {
        items: [
          {
            instanceId: instance,
            currentState: { code: 80, name: 'stopped' },
            previousState: { code: 16, name: 'running' },
          },
        ],
      },
    },
    requestID: random.hex(32),
    eventID: `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '123456789012',
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: 'ec2.eu-central-1.amazonaws.com',
    },
  };
}

function request(random: Random, at: number): string {
  const blocked = random.chance(0.1);
  return JSON.stringify({
    timestamp: (START + (at >> 5)) * 1_000 + (at & 511),
    formatVersion: 1,
    webaclId:
      'arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/shop/0d1e2f30-1111-2222-3333-444455556666',
    terminatingRuleId: blocked ? 'AWS-AWSManagedRulesSQLiRuleSet' : 'Default_Action',
    terminatingRuleType: blocked ? 'MANAGED_RULE_GROUP' : 'REGULAR',
    action: blocked ? 'BLOCK' : 'ALLOW',
    terminatingRuleMatchDetails: [],
    httpSourceName: 'ALB',
    httpSourceId: '123456789012-app/shop/50dc6c495c0c9188',
    ruleGroupList: [
      {
        ruleGroupId: 'AWS#AWSManagedRulesCommonRuleSet',
        terminatingRule: null,
        nonTerminatingMatchingRules: [],
        excludedRules: null,
        customerConfig: null,
      },
    ],
    rateBasedRuleList: [],
    nonTerminatingMatchingRules: [],
    requestHeadersInserted: null,
    responseCodeSent: null,
    httpRequest: {
      clientIp: address(random),
      country: random.pick(['DE', 'US', 'AU']),
      headers: [
        { name: 'host', value: 'shop.example.com' },
        {
          name: 'user-agent',
          value: `Mozilla/5.0 (X11; Linux x86_64) Chrome/${random.integer(90, 130)}.0.0.0`,
        },
        { name: 'accept', value: '*/*' },
        { name: 'cookie', value: `session=${random.hex(32)}` },
      ],
      uri: `/item/${random.integer(1, 9_999)}`,
      args: `ref=${random.hex(8)}`,
      httpVersion: 'HTTP/2.0',
      httpMethod: 'GET',
      requestId: `1-${random.hex(8)}-${random.hex(24)}`,
    },
    labels: [{ name: 'awswaf:clientip:geo:country:DE' }],
    ja3Fingerprint: random.hex(32),
  });
}

function query(random: Random, at: number): string {
  return JSON.stringify({
    version: '1.100000',
    account_id: '123456789012',
    region: 'eu-central-1',
    vpc_id: 'vpc-0123456789abcdef0',
    query_timestamp: `${iso(START + (at >> 5)).slice(0, 19)}Z`,
    query_name: `${random.hex(6)}.example.com.`,
    query_type: 'A',
    query_class: 'IN',
    rcode: 'NOERROR',
    answers: [
      { Rdata: `${random.hex(8)}.edge.example.net.`, Type: 'CNAME', Class: 'IN' },
      { Rdata: address(random), Type: 'A', Class: 'IN' },
    ],
    srcaddr: `10.0.${random.integer(0, 255)}.${random.integer(1, 254)}`,
    srcport: String(random.integer(1024, 65535)),
    transport: 'UDP',
    srcids: { instance: `i-0${random.hex(16)}` },
  });
}

function viewer(random: Random, at: number): string {
  const time = iso(START + (at >> 5)).slice(11, 19);
  const path = `/item/${random.integer(1, 9_999)}`;
  return `2026-01-02\t${time}\tFRA56-C1\t${random.integer(300, 90_000)}\t${address(random)}\tGET\td111111abcdef8.cloudfront.net\t${path}\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20Chrome/${random.integer(90, 130)}.0.0.0\tref=${random.hex(8)}\t-\tHit\t${random.hex(54)}==\twww.example.com\thttps\t${random.integer(50, 900)}\t0.0${random.integer(10, 99)}\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tHit\tHTTP/2.0\t-\t-\t${random.integer(1024, 65535)}\t0.001\tHit\ttext/html\t78\t-\t-`;
}

function trail(): Buffer {
  const random = createRandom(7);
  return Buffer.from(
    JSON.stringify({ Records: Array.from({ length: RECORDS }, (_, at) => call(random, at)) }),
  );
}

const FLOW_HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n';

/** Decompressed logs by log type, always the same bytes. */
export const PARSE_DATA: Readonly<Record<string, () => Buffer>> = {
  vpcflow: () => lines(LINES, flow, FLOW_HEADER),
  elblogs: () => lines(LINES / 2, balancer),
  s3access: () => lines(LINES / 2, access),
  cloudtrail: trail,
  waf: () => lines(RECORDS, request),
  cloudfront: () => lines(LINES / 2, viewer),
  route53resolver: () => lines(LINES / 2, query),
};

import type { Random } from '../../../../common/random';
import { guardDutyKey } from './keys';
import { lines, type LogStream } from './log_object';
import type { World } from './world';

interface Kind {
  type: string;
  title: string;
  severity: number;
  about: 'instance' | 'user';
}

const KINDS: ReadonlyArray<readonly [Kind, number]> = [
  [
    {
      type: 'Recon:EC2/PortProbeUnprotectedPort',
      title: 'An unprotected port is being probed',
      severity: 2,
      about: 'instance',
    },
    20,
  ],
  [
    {
      type: 'UnauthorizedAccess:EC2/SSHBruteForce',
      title: 'SSH passwords are being guessed',
      severity: 2,
      about: 'instance',
    },
    14,
  ],
  [
    {
      type: 'Policy:IAMUser/RootCredentialUsage',
      title: 'The root user was used',
      severity: 2,
      about: 'user',
    },
    3,
  ],
  [
    {
      type: 'Recon:IAMUser/MaliciousIPCaller',
      title: 'APIs were called from a known bad address',
      severity: 5,
      about: 'user',
    },
    6,
  ],
  [
    {
      type: 'UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B',
      title: 'Sign-ins from unusually many places',
      severity: 5,
      about: 'user',
    },
    5,
  ],
  [
    {
      type: 'CryptoCurrency:EC2/BitcoinTool.B!DNS',
      title: 'An instance asks for names of a mining pool',
      severity: 8,
      about: 'instance',
    },
    4,
  ],
  [
    {
      type: 'Stealth:IAMUser/CloudTrailLoggingDisabled',
      title: 'CloudTrail was switched off',
      severity: 8,
      about: 'user',
    },
    2,
  ],
  [
    {
      type: 'AttackSequence:IAM/CompromisedCredentials',
      title: 'Credentials are used in an attack',
      severity: 9,
      about: 'user',
    },
    1,
  ],
];

/** Findings that GuardDuty exports: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-summary.html */
export function guardDutyStream(world: World, perDay: number): LogStream {
  const { production, networks, users, attacker, scanners } = world;
  const { region, instances } = networks.storefront;
  return {
    id: 'guardduty/production',
    type: 'guardduty',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return { at, text: JSON.stringify(finding(at, random)) };
      }),
    key: (end, unique) => guardDutyKey({ account: production, region }, end, unique),
    wrap: (records) => lines(records),
    gzip: true,
  };

  function finding(at: number, random: Random) {
    const kind = random.weighted(KINDS);
    const id = random.hex(32);
    const detectorId = '12abc34d567e8fa901bc2d34e56789f0';
    const time = new Date(at).toISOString();
    const remoteIpDetails = { ipAddressV4: kind.severity >= 5 ? attacker.address : random.pick(scanners) };
    return {
      schemaVersion: '2.0',
      accountId: production.id,
      region,
      partition: 'aws',
      id,
      arn: `arn:aws:guardduty:${region}:${production.id}:detector/${detectorId}/finding/${id}`,
      type: kind.type,
      ...(kind.about === 'user'
        ? aboutUser(random, remoteIpDetails)
        : aboutInstance(random, remoteIpDetails)),
      severity: kind.severity,
      createdAt: time,
      updatedAt: time,
      title: `${kind.title}.`,
      description: `${kind.title}.`,
    };
  }

  function aboutUser(random: Random, remoteIpDetails: object) {
    const { name, principalId, accessKeyId } = random.pick(users);
    return {
      resource: {
        resourceType: 'AccessKey',
        accessKeyDetails: { accessKeyId, principalId, userName: name, userType: 'IAMUser' },
      },
      service: service({
        actionType: 'AWS_API_CALL',
        awsApiCallAction: {
          api: 'GetCallerIdentity',
          serviceName: 'sts.amazonaws.com',
          callerType: 'Remote IP',
          remoteIpDetails,
        },
      }),
    };
  }

  function aboutInstance(random: Random, remoteIpDetails: object) {
    const { id, interfaceId, subnetId, address } = random.pick(instances);
    return {
      resource: {
        resourceType: 'Instance',
        instanceDetails: {
          instanceId: id,
          instanceType: 'm6i.large',
          networkInterfaces: [{ networkInterfaceId: interfaceId, subnetId, privateIpAddress: address }],
        },
      },
      service: service({
        actionType: 'NETWORK_CONNECTION',
        networkConnectionAction: {
          connectionDirection: 'INBOUND',
          protocol: 'TCP',
          localPortDetails: { port: 22, portName: 'SSH' },
          remotePortDetails: { port: random.integer(1_024, 65_535), portName: 'Unknown' },
          localIpDetails: { ipAddressV4: address },
          remoteIpDetails,
          blocked: false,
        },
      }),
    };
  }
}

function service(action: object) {
  return { serviceName: 'guardduty', action, resourceRole: 'TARGET', archived: false, count: 1 };
}

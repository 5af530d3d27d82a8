import type { Random } from '../../../../common/random';
import { ORDINARY_CALLS } from './cloudtrail_calls';
import { cloudTrailKey } from './keys';
import type { LogRecord, LogStream } from './log_object';
import { isoSeconds } from './time_format';
import { BROWSERS } from './web';
import type { Account, IamUser, Region, Role, World } from './world';

export interface ApiCall {
  at: number;
  account: Account;
  region: Region;
  /** Without `.amazonaws.com`. */
  service: string;
  name: string;
  identity: Record<string, unknown>;
  address: string;
  userAgent: string;
  readOnly: boolean;
  request: unknown;
  response?: unknown;
  error?: { code: string; message: string };
  /** Any further members of the record. */
  more?: Record<string, unknown>;
}

/** CloudTrail of one account and region: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export function cloudTrailStream(world: World, account: Account, region: Region, perDay: number): LogStream {
  return {
    id: `cloudtrail/${account.id}/${region}`,
    type: 'cloudtrail',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return apiCallRecord(ordinaryCall(world, account, region, at, random), random);
      }),
    key: (end, unique) => cloudTrailKey({ account, region }, end, unique),
    wrap: (records) => `{"Records":[${records.map(({ text }) => text).join(',')}]}`,
    gzip: true,
  };
}

/** The record of a call. */
export function apiCallRecord(call: ApiCall, random: Random): LogRecord {
  const host = `${call.service}.${call.region}.amazonaws.com`;
  const record = {
    eventVersion: '1.11',
    userIdentity: call.identity,
    eventTime: isoSeconds(call.at),
    eventSource: `${call.service}.amazonaws.com`,
    eventName: call.name,
    awsRegion: call.region,
    sourceIPAddress: call.address,
    userAgent: call.userAgent,
    ...(call.error && { errorCode: call.error.code, errorMessage: call.error.message }),
    requestParameters: call.request ?? null,
    responseElements: call.response ?? null,
    requestID: uuid(random),
    eventID: uuid(random),
    readOnly: call.readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.account.id,
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: host,
    },
    ...call.more,
  };
  return { at: call.at, text: JSON.stringify(record) };
}

/** A sign-in at the console: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html */
export function consoleLogin(login: {
  at: number;
  account: Account;
  user: IamUser;
  address: string;
  userAgent: string;
  ok: boolean;
  mfa: boolean;
}): ApiCall {
  const { account, user, ok } = login;
  const identity = ok
    ? userIdentity(account, user)
    : { type: 'IAMUser', accountId: account.id, accessKeyId: '', userName: user.name };
  return {
    at: login.at,
    account,
    // Where sign-ins of users without an alias cookie are recorded.
    region: 'us-east-1',
    service: 'signin',
    name: 'ConsoleLogin',
    identity,
    address: login.address,
    userAgent: login.userAgent,
    readOnly: false,
    request: null,
    response: { ConsoleLogin: ok ? 'Success' : 'Failure' },
    more: {
      ...(!ok && { errorMessage: 'Failed authentication' }),
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true',
        MobileVersion: 'No',
        MFAUsed: login.mfa ? 'Yes' : 'No',
      },
      eventType: 'AwsConsoleSignIn',
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: 'signin.aws.amazon.com',
      },
    },
  };
}

/** An IAM user; `accessKeyId` where it calls with a key. */
export function userIdentity(account: Account, user: IamUser, accessKeyId?: string): Record<string, unknown> {
  return {
    type: 'IAMUser',
    principalId: user.principalId,
    arn: `arn:aws:iam::${account.id}:user/${user.name}`,
    accountId: account.id,
    ...(accessKeyId && { accessKeyId }),
    userName: user.name,
  };
}

function roleIdentity(account: Account, role: Role, at: number, random: Random): Record<string, unknown> {
  return {
    type: 'AssumedRole',
    principalId: `${role.principalId}:${role.session}`,
    arn: `arn:aws:sts::${account.id}:assumed-role/${role.name}/${role.session}`,
    accountId: account.id,
    accessKeyId: `ASIA${random.hex(16).toUpperCase()}`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.principalId,
        arn: `arn:aws:iam::${account.id}:role/${role.name}`,
        accountId: account.id,
        userName: role.name,
      },
      attributes: {
        creationDate: isoSeconds(at - random.integer(60_000, 3_000_000)),
        mfaAuthenticated: 'false',
      },
    },
  };
}

/** Mostly services and pipelines; now and then a person signs in, with a second factor. */
function ordinaryCall(world: World, account: Account, region: Region, at: number, random: Random): ApiCall {
  if (account === world.production && region === 'us-east-1' && random.chance(0.004)) {
    const user = random.pick(world.users);
    const { address } = user;
    const userAgent = random.pick(BROWSERS);
    return consoleLogin({ at, account, user, address, userAgent, ok: random.chance(0.94), mfa: true });
  }
  const call = random.weighted(ORDINARY_CALLS);
  const base = {
    at,
    account,
    region,
    service: call.service,
    name: call.name,
    readOnly: call.readOnly,
    request: call.request({ account, random }),
    response: call.response?.({ account, random }),
  };
  if (call.by === 'service') {
    const invokedBy = `${random.pick(['ec2', 'lambda', 'ecs-tasks'])}.amazonaws.com`;
    return {
      ...base,
      identity: { type: 'AWSService', invokedBy },
      address: invokedBy,
      userAgent: invokedBy,
      // AWS's own services come by no TLS of ours.
      more: { tlsDetails: undefined },
    };
  }
  if (call.by === 'person') {
    const user = random.pick(world.users);
    const identity = userIdentity(account, user, user.accessKeyId);
    return { ...base, identity, address: user.address, userAgent: 'aws-cli/2.17.20 os/macos#23.6' };
  }
  const role = random.pick(world.roles);
  const denied = random.chance(0.004);
  return {
    ...base,
    identity: roleIdentity(account, role, at, random),
    address: role.address,
    userAgent: role.userAgent,
    ...(denied && {
      response: undefined,
      error: {
        code: 'AccessDenied',
        message: `User: arn:aws:sts::${account.id}:assumed-role/${role.name}/${role.session} is not authorized to perform: ${call.service}:${call.name}`,
      },
    }),
  };
}

function uuid(random: Random): string {
  const hex = random.hex(32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

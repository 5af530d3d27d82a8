import type { Random } from '../../../../common/random';
import { apiCallRecord, type ApiCall, consoleLogin, userIdentity } from './cloudtrail';
import type { LogRecord, LogStream } from './log_object';
import { exportKey } from './s3access';
import type { Streams } from './streams';
import { knock } from './vpcflow';
import type { Instance, World } from './world';

/** What an attack leaves in one series of files. */
export interface Trace {
  stream: LogStream;
  records: LogRecord[];
}

const MINUTE = 60_000;
const PROBED_PATHS = [
  '/.env',
  '/.git/config',
  '/wp-login.php',
  '/admin',
  '/api/v1/users',
  '/login',
  '/actuator/env',
];

/**
 * One break-in, told over the hour before `now`: a port scan, a flood of requests, a guessed password, a key for later, the trail switched off, a bucket
 * opened and emptied. Everything comes from the same address.
 */
export function attackOf(world: World, streams: Streams, now: number, random: Random): Trace[] {
  const minutesAgo = (minutes: number) => now - minutes * MINUTE;
  return [
    { stream: streams.storefrontFlows, records: portScan(world, streams, minutesAgo(52), 600, random) },
    { stream: streams.storefront, records: flood(world, streams, minutesAgo(46), 2_500, 4 * MINUTE, random) },
    { stream: streams.trail, records: guesses(world, minutesAgo(38), 30, random) },
    { stream: streams.trail, records: takeover(world, minutesAgo(30), random) },
    { stream: streams.buckets, records: theft(world, streams, minutesAgo(18), 700, random) },
  ];
}

/** A small attack within the last seconds, for the live part: each kind in turn by `turn`. */
export function burstOf(world: World, streams: Streams, now: number, turn: number, random: Random): Trace {
  const start = now - 20_000;
  switch (turn % 4) {
    case 0:
      return { stream: streams.trail, records: guesses(world, start, 12, random, 1_500) };
    case 1:
      return { stream: streams.storefrontFlows, records: portScan(world, streams, start, 150, random, 100) };
    case 2:
      return { stream: streams.storefront, records: flood(world, streams, start, 600, 18_000, random) };
    default:
      return { stream: streams.buckets, records: theft(world, streams, start, 250, random, 70) };
  }
}

/** Ports of every machine, one after the other, all refused. */
function portScan(
  world: World,
  streams: Streams,
  start: number,
  count: number,
  random: Random,
  stepMs = 250,
): LogRecord[] {
  const { instances } = world.networks.storefront;
  return Array.from({ length: count }, (_, index) => {
    const instance = instances[index % instances.length] as Instance;
    const port = 1 + ((index * 37) % 10_000);
    return streams.storefrontFlows.record(
      knock(start + index * stepMs, instance, world.attacker.address, port, random),
    );
  });
}

/** More requests than any visitor makes, most of them refused. */
function flood(
  world: World,
  streams: Streams,
  start: number,
  count: number,
  lengthMs: number,
  random: Random,
): LogRecord[] {
  return Array.from({ length: count }, (_, index) =>
    streams.storefront.record(
      {
        at: start + Math.floor((index * lengthMs) / count),
        client: world.attacker.address,
        method: 'GET',
        path: random.pick(PROBED_PATHS),
        userAgent: 'python-requests/2.32.3',
        status: random.weighted([
          [403, 6],
          [404, 3],
          [200, 1],
        ] as const),
      },
      random,
    ),
  );
}

/** Passwords tried at the console. */
function guesses(world: World, start: number, count: number, random: Random, stepMs = 9_000): LogRecord[] {
  return Array.from({ length: count }, (_, index) =>
    apiCallRecord(login(world, start + index * stepMs, false), random),
  );
}

function login(world: World, at: number, ok: boolean): ApiCall {
  return consoleLogin({
    at,
    account: world.production,
    user: world.victim,
    ...world.attacker,
    ok,
    mfa: false,
  });
}

/** The password is found; what the attacker does with it. */
function takeover(world: World, start: number, random: Random): LogRecord[] {
  const { production, victim, attacker, trailName, buckets } = world;
  const key = `AKIA${random.hex(16).toUpperCase()}`;
  const by = {
    account: production,
    region: 'us-east-1' as const,
    identity: userIdentity(production, victim, `ASIA${random.hex(16).toUpperCase()}`),
    ...attacker,
    more: { sessionCredentialFromConsole: 'true' },
  };
  const trail = `arn:aws:cloudtrail:us-east-1:${production.id}:trail/${trailName}`;
  const steps: Array<Pick<ApiCall, 'service' | 'name' | 'readOnly' | 'request' | 'response'>> = [
    { service: 'sts', name: 'GetCallerIdentity', readOnly: true, request: null },
    { service: 'iam', name: 'ListUsers', readOnly: true, request: { maxItems: 1_000 } },
    { service: 'iam', name: 'ListAttachedUserPolicies', readOnly: true, request: { userName: victim.name } },
    { service: 's3', name: 'ListBuckets', readOnly: true, request: { Host: 's3.amazonaws.com' } },
    {
      service: 'iam',
      name: 'CreateAccessKey',
      readOnly: false,
      request: { userName: victim.name },
      response: { accessKey: { accessKeyId: key, status: 'Active', userName: victim.name } },
    },
    { service: 'cloudtrail', name: 'DescribeTrails', readOnly: true, request: { trailNameList: [] } },
    { service: 'cloudtrail', name: 'StopLogging', readOnly: false, request: { name: trail } },
    {
      service: 's3',
      name: 'DeleteBucketPublicAccessBlock',
      readOnly: false,
      request: {
        bucketName: buckets.exports,
        publicAccessBlock: '',
        Host: `${buckets.exports}.s3.amazonaws.com`,
      },
    },
    {
      service: 's3',
      name: 'PutBucketPolicy',
      readOnly: false,
      request: {
        bucketName: buckets.exports,
        policy: '',
        bucketPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: `arn:aws:s3:::${buckets.exports}/*`,
            },
          ],
        },
        Host: `${buckets.exports}.s3.amazonaws.com`,
      },
    },
  ];
  return [
    apiCallRecord(login(world, start, true), random),
    ...steps.map((step, index) =>
      apiCallRecord({ ...by, ...step, at: start + (index + 1) * 75_000 }, random),
    ),
  ];
}

/** Customer data read out of the opened bucket, by nobody in particular. */
function theft(
  world: World,
  streams: Streams,
  start: number,
  count: number,
  random: Random,
  stepMs = 700,
): LogRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * stepMs;
    return streams.buckets.record(
      {
        at,
        bucket: world.buckets.exports,
        address: world.attacker.address,
        requester: '-',
        operation: 'REST.GET.OBJECT',
        key: exportKey(at, random),
        status: 200,
        size: random.integer(1_000_000, 9_000_000),
        userAgent: 'aws-cli/2.15.0 os/linux',
      },
      random,
    );
  });
}

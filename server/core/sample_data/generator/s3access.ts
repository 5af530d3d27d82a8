import type { Random } from '../../../../common/random';
import { s3AccessKey } from './keys';
import { lines, type LogRecord, type LogStream } from './log_object';
import { apacheTime } from './time_format';
import type { World } from './world';

export interface BucketRequest {
  at: number;
  bucket: string;
  address: string;
  /** ARN or canonical id; `-` for nobody in particular. */
  requester: string;
  operation: 'REST.GET.OBJECT' | 'REST.PUT.OBJECT' | 'REST.HEAD.OBJECT' | 'REST.GET.BUCKET';
  /** `-` for calls on the bucket. */
  key: string;
  status: number;
  size: number;
  userAgent: string;
}

/** S3 server access log of both buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
export function s3AccessStream(
  world: World,
  perDay: number,
): LogStream & { record(request: BucketRequest, random: Random): LogRecord } {
  const record = (request: BucketRequest, random: Random) => ({
    at: request.at,
    text: accessLine(world, request, random),
  });
  return {
    id: 's3access',
    type: 's3access',
    perDay,
    generate: (count, from, to, random) =>
      Array.from({ length: count }, () => {
        const at = from + Math.floor(random.next() * (to - from));
        return record(ordinaryRequest(world, at, random), random);
      }),
    key: s3AccessKey,
    wrap: (records) => lines(records),
    gzip: false,
    record,
  };
}

/** The shop reads its pictures; services write and read exports. */
function ordinaryRequest(world: World, at: number, random: Random): BucketRequest {
  if (random.chance(0.75)) {
    return {
      at,
      bucket: world.buckets.assets,
      address: random.pick(world.clients),
      requester: '-',
      operation: random.chance(0.9) ? 'REST.GET.OBJECT' : 'REST.HEAD.OBJECT',
      key: `images/products/${random.integer(1, 4_000)}/front.webp`,
      status: random.weighted([
        [200, 80],
        [304, 15],
        [404, 5],
      ] as const),
      size: random.integer(8_000, 400_000),
      userAgent: 'Amazon CloudFront',
    };
  }
  const role = random.pick(world.roles.filter(({ storesData }) => storesData));
  return {
    at,
    bucket: world.buckets.exports,
    address: role.address,
    requester: `arn:aws:sts::${world.production.id}:assumed-role/${role.name}/${role.session}`,
    operation: random.pick(['REST.PUT.OBJECT', 'REST.GET.OBJECT', 'REST.GET.BUCKET'] as const),
    key: exportKey(at, random),
    status: 200,
    size: random.integer(100_000, 9_000_000),
    userAgent: role.userAgent,
  };
}

/** Where customer data lies. */
export function exportKey(at: number, random: Random): string {
  return `customers/${new Date(at).toISOString().slice(0, 10)}/part-${String(random.integer(0, 900)).padStart(5, '0')}.parquet`;
}

function accessLine(world: World, request: BucketRequest, random: Random): string {
  const [, method = 'GET', noun] = request.operation.split('.');
  const onBucket = noun === 'BUCKET';
  const host = `${request.bucket}.s3.us-east-1.amazonaws.com`;
  const path = onBucket ? '/?list-type=2&prefix=customers%2F' : `/${request.key}`;
  const took = random.integer(5, 240);
  const signed = request.requester !== '-';
  const hasBody = request.status === 200 && method === 'GET';
  return [
    world.bucketOwner,
    request.bucket,
    apacheTime(request.at),
    request.address,
    request.requester,
    random.hex(16).toUpperCase(),
    request.operation,
    onBucket ? '-' : request.key,
    `"${method} ${path} HTTP/1.1"`,
    request.status,
    errorOf(request.status),
    hasBody ? request.size : '-',
    onBucket ? '-' : request.size,
    took,
    Math.max(1, took - random.integer(1, 5)),
    '"-"',
    `"${request.userAgent}"`,
    '-',
    `${random.hex(40)}=`,
    signed ? 'SigV4' : '-',
    'TLS_AES_128_GCM_SHA256',
    signed ? 'AuthHeader' : '-',
    host,
    'TLSv1.3',
    '-',
    '-',
  ].join(' ');
}

function errorOf(status: number): string {
  if (status === 403) return 'AccessDenied';
  return status === 404 ? 'NoSuchKey' : '-';
}

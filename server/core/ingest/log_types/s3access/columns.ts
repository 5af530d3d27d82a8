import type { EventField, EventFieldType } from '../../event_field';
import { REQUEST_FIELDS } from '../../request_line';

/**
 * Fields of a line in their order, the paths they fill and how those are indexed (`keyword` unless told):
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
 */
export const COLUMNS: ReadonlyArray<readonly [name: string, path: string, type?: EventFieldType]> = [
  ['bucket_owner', 'aws.s3access.bucket_owner'],
  ['bucket', 'aws.s3access.bucket'],
  ['time', '@timestamp', 'date'],
  ['remote_ip', 'source.address'],
  ['requester', 'aws.s3access.requester'],
  ['request_id', 'aws.s3access.request_id'],
  ['operation', 'aws.s3access.operation'],
  ['key', 'aws.s3access.key'],
  ['request_uri', 'url.original', 'keyword_lower'],
  ['http_status', 'http.response.status_code', 'integer'],
  ['error_code', 'aws.s3access.error_code'],
  ['bytes_sent', 'aws.s3access.bytes_sent', 'long'],
  ['object_size', 'aws.s3access.object_size', 'long'],
  ['total_time', 'aws.s3access.total_time', 'long'],
  ['turn_around_time', 'aws.s3access.turn_around_time', 'long'],
  ['referrer', 'http.request.referrer', 'keyword_lower'],
  ['user_agent', 'user_agent.original', 'keyword_lower'],
  ['version_id', 'aws.s3access.version_id'],
  ['host_id', 'aws.s3access.host_id'],
  ['signature_version', 'aws.s3access.signature_version'],
  ['cipher_suite', 'tls.cipher'],
  ['authentication_type', 'aws.s3access.authentication_type'],
  ['host_header', 'aws.s3access.host_header'],
  ['tls_version', 'aws.s3access.tls_version'],
  ['access_point_arn', 'aws.s3access.access_point_arn'],
  ['acl_required', 'aws.s3access.acl_required'],
  ['source_region', 'aws.s3access.source_region'],
];

/** Lines of 2018 and before end after the version id. */
export const LEAST_COLUMNS = 18;

const REQUEST_PATHS = new Set(['@timestamp', ...REQUEST_FIELDS.map(({ path }) => path)]);

/** Fields of S3 access events besides the common ones. */
export const S3ACCESS_FIELDS: readonly EventField[] = [
  ...COLUMNS.filter(([, path]) => !REQUEST_PATHS.has(path)).map(([, path, type = 'keyword']): EventField => ({
    path,
    type,
  })),
  ...REQUEST_FIELDS,
  { path: 'source.ip', type: 'ip' },
  { path: 'client.ip', type: 'ip' },
  { path: 'client.address', type: 'keyword' },
  { path: 'client.user.id', type: 'keyword' },
  { path: 'user.name', type: 'keyword' },
  { path: 'event.duration', type: 'long' },
  { path: 'http.response.bytes', type: 'long' },
  { path: 'tls.version', type: 'keyword' },
  { path: 'tls.version_protocol', type: 'keyword' },
  { path: 'siem.derived.requester_account', type: 'keyword' },
  /** `field<number>=value` of fields that AWS added after this was written. */
  { path: 'aws.s3access.other', type: 'keyword', many: true },
];

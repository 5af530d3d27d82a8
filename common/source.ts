import * as t from 'io-ts';
import { IsoTime, pattern, text } from './codec';
import { Duration } from './duration';
import { EnrichmentSwitches } from './enrichment';
import { type ExcludedCount, Exclusions } from './exclusion';
import { object, tagged } from './object_codec';
import { QUEUE_URL } from './queue_url';

/** S3 bucket names: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BucketName = pattern(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens',
);
const Region = pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-central-1');
const RoleArn = pattern(
  /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,128}$/,
  'a role ARN such as arn:aws:iam::123456789012:role/siem-read',
);
const AccessKeyId = pattern(/^\w{16,128}$/, 'an access key id: 16 to 128 letters and digits');
const Namespace = pattern(
  /^[a-z0-9][a-z0-9_]{0,29}$/,
  'lower-case letters, digits and underscores, at most 30',
);
const Endpoint = pattern(
  /^https?:\/\/[^\s/?#]+$/,
  'an http(s) address without a path, such as https://s3.example.com:9000',
);

/** How the source's bucket is read. Leaving the secret out of an update keeps the stored one. */
export const SourceCredentials = tagged('kind', {
  host: object({ kind: t.literal('host') }),
  access_keys: object(
    { kind: t.literal('access_keys'), accessKeyId: AccessKeyId },
    { secretAccessKey: text(256) },
  ),
  role: object({ kind: t.literal('role'), roleArn: RoleArn }, { externalId: text(1_224) }),
});
export type SourceCredentials = t.TypeOf<typeof SourceCredentials>;

const QueueUrl = pattern(
  QUEUE_URL,
  "a queue's URL such as https://sqs.eu-central-1.amazonaws.com/123456789012/siem-logs",
);

/** How new objects are found: by listing the bucket, or by the messages of an SQS queue that S3 tells of them. */
export const SourceReading = tagged('kind', {
  polling: object({ kind: t.literal('polling') }),
  queue: object({ kind: t.literal('queue'), queueUrl: QueueUrl }),
});
export type SourceReading = t.TypeOf<typeof SourceReading>;

/** What a user says about an S3 place to read. */
export const SourceInput = object(
  {
    name: text(100),
    logType: text(50),
    bucket: BucketName,
    region: Region,
    credentials: SourceCredentials,
    pollInterval: Duration,
    enabled: t.boolean,
  },
  {
    /** Polling, if left out. */
    reading: SourceReading,
    prefix: pattern(/^(?!\/)[\s\S]{0,900}$/, 'a key prefix without a leading slash'),
    endpoint: Endpoint,
    namespace: Namespace,
    /** Objects modified before this time are left alone. */
    startFrom: IsoTime,
    /** Keep each original line or record under `event.original`. */
    keepOriginal: t.boolean,
    /** What is not indexed. */
    exclusions: Exclusions,
    /** What events are enriched by; all of it, if left out. */
    enrichment: EnrichmentSwitches,
  },
);
export type SourceInput = t.TypeOf<typeof SourceInput>;

export const DEFAULT_NAMESPACE = 'default';

/** The URL of the queue that a source reads by; undefined where it polls. */
export function queueUrlOf({ reading }: Pick<SourceInput, 'reading'>): string | undefined {
  return reading?.kind === 'queue' ? reading.queueUrl : undefined;
}

/** The state of a source as the server knows it from its polls. */
export interface SourceStatus {
  state: 'waiting' | 'running' | 'ok' | 'failing' | 'paused' | 'changed_outside';
  /** When the last poll ended, ISO. */
  lastPollAt?: string;
  /** What went wrong in the last poll and what to do, in a sentence; absent after a good one. */
  lastError?: { code: string; message: string; at: string };
  /** Of a source that reads by a queue: objects that are not the source's, and messages that could not be read. */
  queue?: { refused: number; unreadable: number };
  /** Keys without a date, all of which have to be listed to find the new ones, and how often that is done at most; absent without any. */
  wholeListing?: { keys: number; everySeconds: number };
  objects: number;
  events: number;
  rejects: number;
  bytes: number;
  /** What exclusions dropped, or would have; absent as long as that is nothing. */
  excluded?: ExcludedCount[];
  /** `@timestamp` of the newest event of the source, ISO. */
  newestEventAt?: string;
}

/** A source as the API returns it: secrets are replaced by whether there is one. */
export interface SourceView extends Omit<SourceInput, 'credentials'> {
  id: string;
  credentials: SourceCredentials & { secretAccessKeySet?: boolean };
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  status: SourceStatus;
}

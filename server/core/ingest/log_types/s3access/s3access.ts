import type { LineLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { S3ACCESS_FIELDS } from './columns';
import { S3AccessParser } from './parser';
import { S3ACCESS_SETUP } from './setup';

/** S3 server access logs. */
export const s3access: LineLogType = {
  id: 's3access',
  title: 'S3 access',
  description: 'Requests to S3 buckets: who read, wrote or deleted which object.',
  docsUrl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  dataset: 'aws.s3access',
  deliveryDelay: 'a few hours at best effort, some records later',
  keyLayouts: [
    '{{prefix}}{{accountId}}/{{region}}/<bucket>/yyyy/mm/dd/',
    '{{prefix}}yyyy-mm-dd-hh-mm-ss-<id>',
  ],
  setup: S3ACCESS_SETUP,
  format: 'lines',
  fields: S3ACCESS_FIELDS,
  constants: {},
  dropped: { 'TLSV1.1': 'written TLSv1.1, as in the other lines' },
  skipObject: markerReason,
  open: (context) => new S3AccessParser(context),
};

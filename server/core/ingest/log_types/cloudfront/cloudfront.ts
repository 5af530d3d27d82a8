import type { LineLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { CLOUDFRONT_FIELDS } from './fields';
import { CloudFrontParser } from './parser';
import { CLOUDFRONT_SETUP } from './setup';

/** Standard (access) logs of CloudFront distributions, legacy and v2. */
export const cloudfront: LineLogType = {
  id: 'cloudfront',
  title: 'CloudFront',
  description: 'Requests to CloudFront distributions: who asked for what, and how the edge answered.',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  dataset: 'aws.cloudfront_logs',
  deliveryDelay: 'within an hour, some up to 24 hours',
  keyLayouts: [
    '{{prefix}}<distribution>.yyyy-mm-dd-hh.<unique>.gz',
    '{{prefix}}AWSLogs/{{accountId}}/CloudFront/<distribution>/yyyy/mm/dd/',
  ],
  setup: CLOUDFRONT_SETUP,
  format: 'lines',
  fields: CLOUDFRONT_FIELDS,
  constants: { 'event.category': ['web'], 'event.type': ['access'], 'event.action': 'request' },
  dropped: {
    'Mozilla*%*': "user agents are written without the log's percent-encoding",
    'HTTP/*': 'http.version has the number only',
  },
  skipObject(key) {
    if (key.endsWith('.parquet')) return 'Parquet is not read: choose the format json or w3c';
    return markerReason(key);
  },
  open: (context) => new CloudFrontParser(context),
};

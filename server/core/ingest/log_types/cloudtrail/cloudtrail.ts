import type { JsonLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { CLOUDTRAIL_FIELDS } from './columns';
import { CloudTrailParser } from './parser';
import { CLOUDTRAIL_SETUP } from './setup';

/** CloudTrail log files: who called which AWS API, from where, with what outcome. */
export const cloudtrail: JsonLogType = {
  id: 'cloudtrail',
  title: 'CloudTrail',
  description: 'API calls and sign-ins: who did what in the AWS accounts, from where, and whether it worked.',
  docsUrl: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
  dataset: 'aws.cloudtrail',
  deliveryDelay: '5 to 15 minutes',
  keyLayouts: [
    '{{prefix}}AWSLogs/{{accountId}}/CloudTrail/{{region}}/yyyy/mm/dd/',
    '{{prefix}}AWSLogs/<organisation id>/{{accountId}}/CloudTrail/{{region}}/yyyy/mm/dd/',
  ],
  setup: CLOUDTRAIL_SETUP,
  format: 'json_array',
  arrayKey: 'Records',
  fields: CLOUDTRAIL_FIELDS,
  constants: {},
  dropped: {},
  skipObject(key) {
    if (key.includes('/CloudTrail-Digest/')) return 'digest file: hashes of log files, no events';
    return markerReason(key);
  },
  open: (context) => new CloudTrailParser(context),
};

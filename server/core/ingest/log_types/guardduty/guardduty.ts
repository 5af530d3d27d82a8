import type { JsonLinesLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { GUARDDUTY_FIELDS } from './columns';
import { GuardDutyParser } from './parser';
import { GUARDDUTY_SETUP } from './setup';

/** GuardDuty findings as exported to S3, or sent there by EventBridge and Firehose. */
export const guardduty: JsonLinesLogType = {
  id: 'guardduty',
  title: 'GuardDuty',
  description: 'Threats that GuardDuty found: what happened, how severe it is, which resource and addresses.',
  docsUrl: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
  dataset: 'aws.guardduty',
  deliveryDelay: '5 minutes, updates of a finding 15 minutes to 6 hours as set',
  keyLayouts: ['{{prefix}}AWSLogs/{{accountId}}/GuardDuty/{{region}}/yyyy/mm/dd/'],
  setup: GUARDDUTY_SETUP,
  format: 'json_lines',
  listKeys: ['findings', 'Findings'],
  fields: GUARDDUTY_FIELDS,
  constants: { 'event.kind': 'alert', 'event.type': ['info'] },
  dropped: {},
  skipObject: markerReason,
  open: () => new GuardDutyParser(),
};

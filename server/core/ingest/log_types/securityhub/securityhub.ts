import type { JsonLinesLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { SECURITYHUB_FIELDS } from './columns';
import { SecurityHubParser } from './parser';
import { SECURITYHUB_SETUP } from './setup';

/** Security Hub findings (ASFF), sent to S3 by EventBridge and Firehose, or answers of its GetFindings. */
export const securityhub: JsonLinesLogType = {
  id: 'securityhub',
  title: 'Security Hub',
  description:
    'Findings that Security Hub gathers: failed checks, vulnerabilities, threats of other services.',
  docsUrl: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html',
  dataset: 'aws.securityhub_findings',
  deliveryDelay: '5 minutes, as Firehose buffers',
  keyLayouts: ['{{prefix}}yyyy/mm/dd/hh/'],
  setup: SECURITYHUB_SETUP,
  format: 'json_lines',
  listKeys: ['findings', 'Findings'],
  fields: SECURITYHUB_FIELDS,
  constants: { 'event.kind': 'state', 'event.type': ['info'] },
  dropped: {},
  skipObject: markerReason,
  open: () => new SecurityHubParser(),
};

import type { JsonLinesLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { WAF_FIELDS } from './columns';
import { WafParser } from './parser';
import { WAF_SETUP } from './setup';

/** Logs of AWS WAF web ACLs, delivered to S3 directly, by Firehose or by CloudWatch Logs. */
export const waf: JsonLinesLogType = {
  id: 'waf',
  title: 'WAF',
  description: 'Web requests that AWS WAF allowed, blocked or challenged, and the rules that matched.',
  docsUrl: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
  dataset: 'aws.waf',
  deliveryDelay: '5 to 10 minutes',
  keyLayouts: [
    '{{prefix}}AWSLogs/{{accountId}}/WAFLogs/{{region}}/<web ACL>/yyyy/mm/dd/',
    '{{prefix}}AWSLogs/{{accountId}}/WAFLogs/cloudfront/<web ACL>/yyyy/mm/dd/',
  ],
  setup: WAF_SETUP,
  format: 'json_lines',
  listKeys: [],
  fields: WAF_FIELDS,
  constants: { 'event.category': ['web', 'network'] },
  dropped: { '-': 'stands for a value that is not there' },
  skipObject: markerReason,
  open: (context) => new WafParser(context),
};

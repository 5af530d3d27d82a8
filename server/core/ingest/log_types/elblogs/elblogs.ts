import type { LineLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { ELB_FIELDS } from './fields';
import { ElbParser } from './parser';
import { ELB_SETUP } from './setup';

/** Access logs of application, network and classic load balancers, and connection and health check logs of application load balancers. */
export const elblogs: LineLogType = {
  id: 'elblogs',
  title: 'ELB',
  description:
    'Requests and connections to application, network and classic load balancers, and their checks of targets.',
  docsUrl:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  dataset: 'aws.elb_logs',
  deliveryDelay: '5 minutes, classic load balancers 5 or 60 minutes as set',
  keyLayouts: ['{{prefix}}AWSLogs/{{accountId}}/elasticloadbalancing/{{region}}/yyyy/mm/dd/'],
  setup: ELB_SETUP,
  format: 'lines',
  fields: ELB_FIELDS,
  constants: {},
  dropped: {
    tlsv12: 'written TLSv1.2, as application load balancers do',
    'NotBefore=*': 'tls.client.not_before and tls.client.not_after have the two times',
    'http*-': 'the hyphen behind the address of a request that was never understood',
    '-1': 'stands for a step that did not happen; as a number it would spoil averages',
  },
  skipObject: markerReason,
  open: (context) => new ElbParser(context),
};

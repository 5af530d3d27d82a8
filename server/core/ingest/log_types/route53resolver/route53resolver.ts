import type { JsonLinesLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { ROUTE53_FIELDS } from './columns';
import { Route53ResolverParser } from './parser';
import { ROUTE53_SETUP } from './setup';

/** Query logs of Route 53 Resolver, with what its DNS firewall did. */
export const route53resolver: JsonLinesLogType = {
  id: 'route53resolver',
  title: 'Route 53 Resolver',
  description: 'DNS queries from VPCs, their answers, and what the DNS firewall blocked.',
  docsUrl: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html',
  dataset: 'aws.route53_resolver_logs',
  deliveryDelay: '5 to 10 minutes',
  keyLayouts: ['{{prefix}}AWSLogs/{{accountId}}/vpcdnsquerylogs/<VPC>/yyyy/mm/dd/'],
  setup: ROUTE53_SETUP,
  format: 'json_lines',
  listKeys: [],
  fields: ROUTE53_FIELDS,
  constants: { 'event.category': ['network'], 'event.action': 'query', 'network.protocol': 'dns' },
  dropped: {
    '*.': 'names are written without the dot of the root',
    TCP: 'written tcp, as ECS has it',
    UDP: 'written udp, as ECS has it',
  },
  skipObject: markerReason,
  open: (context) => new Route53ResolverParser(context),
};

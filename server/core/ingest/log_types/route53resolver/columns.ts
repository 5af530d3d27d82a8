import type { EventField } from '../../event_field';
import { type Column, fieldsOf } from '../../record_placer';

/**
 * Where the values of a query go (`keyword` unless told). What is not listed here or handled by the parser is kept as `path=value` under
 * `aws.route53.other`. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html
 */
export const COLUMNS: readonly Column[] = [
  ['account_id', 'cloud.account.id'],
  ['region', 'cloud.region'],
  ['query_timestamp', '@timestamp', 'date'],
  ['version', 'aws.route53.version'],
  ['vpc_id', 'aws.vpc_id'],
  ['query_type', 'dns.question.type'],
  ['query_class', 'dns.question.class'],
  ['rcode', 'dns.response_code'],
  ['answers.Type', 'dns.answers.type', 'keyword', 'many'],
  ['answers.Class', 'dns.answers.class', 'keyword', 'many'],
  ['srcaddr', 'source.address'],
  ['srcport', 'source.port', 'integer'],
  ['srcids.instance', 'cloud.instance.id'],
  ['srcids.resolver_endpoint', 'aws.route53.resolver_endpoint'],
  ['srcids.resolver_network_interface', 'aws.route53.resolver_network_interface'],
  ['firewall_rule_action', 'aws.route53.firewall.action'],
  ['firewall_rule_group_id', 'aws.route53.firewall.rule_group.id'],
  ['firewall_domain_list_id', 'aws.route53.firewall.domain_list.id'],
  ['firewall_protection', 'aws.route53.firewall.protection'],
];

/** Fields of resolver query events besides the common ones. */
export const ROUTE53_FIELDS: readonly EventField[] = [
  ...fieldsOf(COLUMNS),
  { path: 'dns.question.name', type: 'keyword_lower' },
  { path: 'dns.answers.data', type: 'keyword', many: true },
  { path: 'dns.resolved_ip', type: 'ip', many: true },
  { path: 'related.hosts', type: 'keyword_lower', many: true },
  { path: 'source.ip', type: 'ip' },
  { path: 'network.protocol', type: 'keyword' },
  { path: 'network.transport', type: 'keyword' },
  { path: 'network.type', type: 'keyword' },
  { path: 'network.iana_number', type: 'keyword' },
  { path: 'aws.route53.other', type: 'keyword_lower', many: true },
];

import type { EventField } from '../../event_field';
import { type Column, fieldsOf } from '../../record_placer';

/**
 * Where the values of a record go (`keyword` unless told); arrays lose their indexes. What is not listed here or handled by the parser is
 * kept as `path=value` under `aws.waf.other`. https://docs.aws.amazon.com/waf/latest/developerguide/logging-fields.html
 */
export const COLUMNS: readonly Column[] = [
  ['action', 'event.action'],
  ['formatVersion', 'aws.waf.format_version'],
  ['webaclId', 'aws.waf.arn'],
  ['webaclName', 'aws.waf.name'],
  ['terminatingRuleId', 'rule.id'],
  ['terminatingRuleType', 'rule.ruleset'],
  ['httpSourceName', 'aws.waf.source.name'],
  ['httpSourceId', 'aws.waf.source.id'],
  ['responseCodeSent', 'aws.waf.response_code_sent', 'integer'],
  ['requestBodySize', 'aws.waf.request_body_size', 'long'],
  ['requestBodySizeInspectedByWAF', 'aws.waf.request_body_size_inspected_by_waf', 'long'],
  ['ja3Fingerprint', 'tls.client.ja3'],
  ['ja4Fingerprint', 'aws.waf.ja4_fingerprint'],
  ['clientAsn', 'source.as.number', 'long'],
  ['forwardedAsn', 'aws.waf.forwarded_asn', 'long'],
  ['labels.name', 'aws.waf.labels.name', 'keyword', 'many'],
  ['oversizeFields', 'aws.waf.oversize_fields', 'keyword', 'many'],
  ['captchaResponse.responseCode', 'aws.waf.captcha_response.response_code', 'integer'],
  ['captchaResponse.failureReason', 'aws.waf.captcha_response.failure_reason'],
  ['challengeResponse.responseCode', 'aws.waf.challenge_response.response_code', 'integer'],
  ['challengeResponse.failureReason', 'aws.waf.challenge_response.failure_reason'],
  [
    'terminatingRuleMatchDetails.conditionType',
    'aws.waf.terminating_rule_match_details.condition_type',
    'keyword',
    'many',
  ],
  [
    'terminatingRuleMatchDetails.location',
    'aws.waf.terminating_rule_match_details.location',
    'keyword',
    'many',
  ],
  [
    'terminatingRuleMatchDetails.matchedData',
    'aws.waf.terminating_rule_match_details.matched_data',
    'keyword',
    'many',
  ],
  ['nonTerminatingMatchingRules.ruleId', 'aws.waf.non_terminating_matching_rules.rule_id', 'keyword', 'many'],
  ['nonTerminatingMatchingRules.action', 'aws.waf.non_terminating_matching_rules.action', 'keyword', 'many'],
  ['rateBasedRuleList.rateBasedRuleName', 'aws.waf.rate_based_rule_list.name', 'keyword', 'many'],
  ['rateBasedRuleList.rateBasedRuleId', 'aws.waf.rate_based_rule_list.id', 'keyword', 'many'],
  ['rateBasedRuleList.limitValue', 'aws.waf.rate_based_rule_list.limit_value', 'keyword', 'many'],
  ['ruleGroupList.ruleGroupId', 'aws.waf.rule_group_list.rule_group_id', 'keyword', 'many'],
  [
    'ruleGroupList.terminatingRule.ruleId',
    'aws.waf.rule_group_list.terminating_rule.rule_id',
    'keyword',
    'many',
  ],
  [
    'ruleGroupList.terminatingRule.action',
    'aws.waf.rule_group_list.terminating_rule.action',
    'keyword',
    'many',
  ],
  [
    'ruleGroupList.nonTerminatingMatchingRules.ruleId',
    'aws.waf.rule_group_list.non_terminating_matching_rules.rule_id',
    'keyword',
    'many',
  ],
  ['httpRequest.clientIp', 'source.address'],
  ['httpRequest.country', 'source.geo.country_iso_code'],
  ['httpRequest.uri', 'url.path', 'keyword_lower'],
  ['httpRequest.args', 'url.query', 'keyword_lower'],
  ['httpRequest.fragment', 'url.fragment', 'keyword_lower'],
  ['httpRequest.scheme', 'url.scheme'],
  ['httpRequest.host', 'url.domain'],
  ['httpRequest.httpMethod', 'http.request.method'],
  ['httpRequest.requestId', 'http.request.id'],
];

/** Fields of WAF events besides the common ones. */
export const WAF_FIELDS: readonly EventField[] = [
  ...fieldsOf(COLUMNS),
  { path: 'source.ip', type: 'ip' },
  { path: 'http.version', type: 'keyword' },
  { path: 'http.request.referrer', type: 'keyword_lower' },
  { path: 'network.protocol', type: 'keyword' },
  { path: 'user_agent.original', type: 'keyword_lower' },
  { path: 'aws.waf.id', type: 'keyword' },
  { path: 'aws.waf.captcha_response.solve_timestamp', type: 'date' },
  { path: 'aws.waf.challenge_response.solve_timestamp', type: 'date' },
  /** `name=value`: the names are the client's, so they cannot be fields. */
  { path: 'aws.waf.request.headers', type: 'keyword_lower', many: true },
  { path: 'aws.waf.request_headers_inserted', type: 'keyword_lower', many: true },
  { path: 'aws.waf.other', type: 'keyword_lower', many: true },
];

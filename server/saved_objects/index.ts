export { SIEM_SOURCE_TYPE, siemSource } from './siem_source';
export { SIEM_RULE_TYPE, siemRule } from './siem_rule';
export { SIEM_CHANNEL_TYPE, siemChannel } from './siem_channel';

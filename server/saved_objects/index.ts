import { hiddenType } from './hidden_type';

export const SIEM_SOURCE_TYPE = 'siem-source';
export const SIEM_RULE_TYPE = 'siem-rule';
export const SIEM_CHANNEL_TYPE = 'siem-channel';
export const SIEM_LIST_TYPE = 'siem-list';

/** Every saved-object type of ours, to be registered with the host. */
export const HIDDEN_TYPES = [SIEM_SOURCE_TYPE, SIEM_RULE_TYPE, SIEM_CHANNEL_TYPE, SIEM_LIST_TYPE].map(
  hiddenType,
);

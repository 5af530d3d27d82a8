import { hiddenType } from './hidden_type';

export const SIEM_RULE_TYPE = 'siem-rule';

export const siemRule = hiddenType(SIEM_RULE_TYPE);

import { hiddenType } from './hidden_type';

export const SIEM_SOURCE_TYPE = 'siem-source';

export const siemSource = hiddenType(SIEM_SOURCE_TYPE);

import { hiddenType } from './hidden_type';

export const SIEM_CHANNEL_TYPE = 'siem-channel';

export const siemChannel = hiddenType(SIEM_CHANNEL_TYPE);

import { TIME_DEFAULTS } from '../../../services/time_range';

/** State of a rule's page with its defaults. */
export const DETAIL_PARAMS = { ...TIME_DEFAULTS, from: 'now-7d', tab: 'overview' };
export type DetailParams = typeof DETAIL_PARAMS;

export interface TabProps {
  params: DetailParams;
  setParams(changes: Partial<DetailParams>): void;
}

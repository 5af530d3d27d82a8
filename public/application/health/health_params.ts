import { TIME_DEFAULTS } from '../../services/time_range';

/** State of the Health page: the period is that of its history. */
export const HEALTH_PARAMS = { ...TIME_DEFAULTS, from: 'now-7d' };
export type HealthParams = typeof HEALTH_PARAMS;

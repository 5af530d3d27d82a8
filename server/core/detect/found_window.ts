import type { Finding } from './rule_type';

/** A finding with what the engine knows of it besides. */
export interface FoundWindow extends Finding {
  /** Only old events, loaded on request, have led to it. */
  backfill?: true;
  /** The greatest value of the rule's risk score field among its events. */
  riskScore?: number;
}

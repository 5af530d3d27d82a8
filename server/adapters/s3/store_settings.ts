import type { Agent as HttpAgent } from 'http';
import type { Agent as HttpsAgent } from 'https';
import type { SourceInput } from '../../../common/source';

/** Connections to S3 and STS go through these; the outbound guard makes them. */
export interface OutboundAgents {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
}

/** Where and as whom to read: the part of a source that says so, secrets in the clear. */
export type StoreSettings = Pick<SourceInput, 'bucket' | 'region' | 'endpoint' | 'credentials'>;

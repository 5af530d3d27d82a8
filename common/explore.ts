import type * as t from 'io-ts';
import type { AlertDocument } from './alert';
import { IsoTime, oneOf, text } from './codec';
import { ENTITY_KINDS, type EntityKind } from './entity';
import { object } from './object_codec';
import type { SignalId } from './signal';

/** An entity and the period to look at. */
export const ExploreBody = object({
  kind: oneOf(ENTITY_KINDS),
  value: text(2_000),
  from: IsoTime,
  to: IsoTime,
});
export type ExploreBody = t.TypeOf<typeof ExploreBody>;

/** Lists of what an entity's events name besides it, by their ids: the event fields whose values are counted. */
export const RELATED_FIELDS: Record<EntityKind, readonly string[]> = {
  ip: [
    'user.name',
    'cloud.account.id',
    'event.action',
    'source.ip',
    'destination.ip',
    'destination.port',
    'aws.s3access.bucket',
    'aws.elb.name',
    'http.response.status_code',
    'url.path',
    'user_agent.original',
    'error.code',
  ],
  user: [
    'source.ip',
    'event.action',
    'error.code',
    'event.outcome',
    'cloud.account.id',
    'cloud.region',
    'event.provider',
    'aws.s3access.bucket',
    'aws.cloudtrail.user_identity.session_context.mfa_authenticated',
    'aws.cloudtrail.user_identity.access_key_id',
    'source.geo.country_iso_code',
    'user_agent.original',
  ],
  account: [
    'user.name',
    'source.ip',
    'event.action',
    'error.code',
    'event.provider',
    'cloud.region',
    'source.geo.country_iso_code',
    'aws.s3access.bucket',
    'aws.elb.name',
    'aws.vpcflow.vpc_id',
    'destination.port',
    'siem.derived.shared_account',
  ],
  bucket: [
    'user.name',
    'source.ip',
    'event.action',
    'aws.s3access.key',
    'http.response.status_code',
    'aws.s3access.error_code',
    'siem.derived.requester_account',
    'source.geo.country_iso_code',
    'user_agent.original',
  ],
  load_balancer: [
    'source.ip',
    'http.response.status_code',
    'url.path',
    'http.request.method',
    'source.geo.country_iso_code',
    'user_agent.original',
    'aws.elb.backend.ip',
    'aws.elb.error.reason',
    'tls.version',
  ],
};

export interface RelatedValue {
  value: string;
  count: number;
  /** When it was last seen, ISO. */
  last: string;
}

/** What enrichment knows of an address, the latest first. */
export interface AddressFacts {
  countries: string[];
  cities: string[];
  networks: string[];
  /** Indicator lists that it is on. */
  feeds: string[];
}

export interface ExploreResponse {
  took: number;
  /** Over all that is kept, ISO; absent where the entity was never seen. */
  firstSeen?: string;
  lastSeen?: string;
  /** Events in the period, and in the one of the same length just before. */
  count: number;
  before: number;
  /** Log types that tell of it, most events first. */
  types: Array<{ type: string; title: string; count: number }>;
  histogram: { intervalMs: number; points: Array<{ at: number; type: string; count: number }> };
  /** Those with events only. */
  signals: Array<{ id: SignalId; count: number }>;
  /** Those with values only, in the order of the kind's fields. */
  related: Array<{ field: string; values: RelatedValue[] }>;
  /** Of an address only. */
  facts?: AddressFacts;
  /** Of the period, the newest first. */
  alerts: { total: number; items: AlertDocument[] };
  /** The newest of the period. */
  events: Array<Record<string, unknown>>;
}

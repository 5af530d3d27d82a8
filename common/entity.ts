import { valueQuery } from './event_filter';

/** What Explore has a page for. */
export const ENTITY_KINDS = ['ip', 'user', 'account', 'bucket', 'load_balancer'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Event fields that name an entity of the kind and under which all its events are found. */
const FIELDS: Record<EntityKind, readonly string[]> = {
  ip: ['related.ip', 'source.ip', 'destination.ip'],
  user: ['related.user', 'user.name'],
  account: [
    'cloud.account.id',
    'aws.cloudtrail.user_identity.account_id',
    'siem.derived.requester_account',
    'siem.derived.shared_account',
  ],
  bucket: ['aws.s3access.bucket'],
  load_balancer: ['aws.elb.name'],
};

/** Further fields whose values are such entities. */
const MORE_FIELDS: Readonly<Record<string, EntityKind>> = {
  'client.ip': 'ip',
  'aws.elb.backend.ip': 'ip',
  'aws.vpcflow.pkt_srcaddr': 'ip',
  'aws.vpcflow.pkt_dstaddr': 'ip',
  'threat.indicator.ip': 'ip',
  'aws.cloudtrail.recipient_account_id': 'account',
};

const KIND_OF_FIELD = new Map<string, EntityKind>([
  ...ENTITY_KINDS.flatMap((kind) => FIELDS[kind].map((field) => [field, kind] as const)),
  ...Object.entries(MORE_FIELDS),
]);

/** What a field's values are; undefined for fields whose values have no page. */
export function entityKindOf(field: string): EntityKind | undefined {
  return KIND_OF_FIELD.get(field);
}

/** The field that filters events by an entity of the kind. */
export function entityField(kind: EntityKind): string {
  return FIELDS[kind][0] as string;
}

/** Lucene for all events that have to do with the entity. */
export function entityQuery(kind: EntityKind, value: string): string {
  const named = FIELDS[kind].map((field) => valueQuery(field, value));
  // Calls about a bucket name it as their target; names of other things may be the same.
  if (kind === 'bucket') {
    named.push(
      `(event.provider:s3.amazonaws.com AND ${valueQuery('aws.cloudtrail.target_id', value)})`,
      `(event.provider:s3.amazonaws.com AND ${valueQuery('aws.cloudtrail.resources.arn', `arn:aws:s3:::${value}`)})`,
    );
  }
  return named.join(' OR ');
}

const IPV4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:.]+$/i;

/** Whether the value can be an entity of the kind: OpenSearch refuses to look for an address that is none. */
export function isEntity(kind: EntityKind, value: string): boolean {
  return kind !== 'ip' || IPV6.test(value) || (IPV4.test(value) && value.split('.').every((n) => +n <= 255));
}

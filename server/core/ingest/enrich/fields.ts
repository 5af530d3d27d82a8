import type { EventField } from '../event_field';

/** Sides of a flow whose address is looked up. */
export const SIDES = ['source', 'destination'] as const;

/** Fields whose values are looked up in indicator lists. */
export const INDICATOR_ADDRESSES: readonly string[] = ['source.ip', 'destination.ip'];
export const INDICATOR_DOMAINS: readonly string[] = ['dns.question.name', 'url.domain'];
export const INDICATOR_HASHES: readonly string[] = ['file.hash.md5', 'file.hash.sha1', 'file.hash.sha256'];

const placeFields = (side: string): EventField[] => [
  { path: `${side}.geo.country_iso_code`, type: 'keyword' },
  { path: `${side}.geo.country_name`, type: 'keyword' },
  { path: `${side}.geo.region_name`, type: 'keyword' },
  { path: `${side}.geo.city_name`, type: 'keyword' },
  { path: `${side}.geo.location`, type: 'geo_point' },
  { path: `${side}.as.number`, type: 'long' },
  { path: `${side}.as.organization.name`, type: 'keyword' },
];

const USER_AGENT_FIELDS: readonly EventField[] = [
  { path: 'user_agent.name', type: 'keyword' },
  { path: 'user_agent.version', type: 'keyword' },
  { path: 'user_agent.os.name', type: 'keyword' },
  { path: 'user_agent.os.version', type: 'keyword' },
  { path: 'user_agent.device.name', type: 'keyword' },
];

const INDICATOR_FIELDS: readonly EventField[] = [
  { path: 'tags', type: 'keyword', many: true },
  { path: 'threat.feed.name', type: 'keyword', many: true },
  { path: 'threat.indicator.type', type: 'keyword', many: true },
];

/**
 * What enrichment can add to events that have `fields`, by its ECS names (https://www.elastic.co/docs/reference/ecs/ecs-field-reference); fields
 * that the log type fills itself are left out.
 */
export function enrichmentFields(fields: readonly EventField[]): EventField[] {
  const own = new Set(fields.map(({ path }) => path));
  const any = (paths: readonly string[]) => paths.some((path) => own.has(path));
  const addresses = any(INDICATOR_ADDRESSES);
  const domains = any(INDICATOR_DOMAINS);
  const hashes = INDICATOR_HASHES.filter((path) => own.has(path));
  const added: EventField[] = [
    ...SIDES.filter((side) => own.has(`${side}.ip`)).flatMap(placeFields),
    ...(own.has('user_agent.original') ? USER_AGENT_FIELDS : []),
    ...(addresses || domains || hashes.length > 0 ? INDICATOR_FIELDS : []),
    ...(addresses ? [{ path: 'threat.indicator.ip', type: 'ip', many: true } as const] : []),
    ...(domains ? [{ path: 'threat.indicator.url.domain', type: 'keyword', many: true } as const] : []),
    ...hashes.map((path) => ({ path: `threat.indicator.${path}`, type: 'keyword', many: true }) as const),
  ];
  return added.filter(({ path }) => !own.has(path));
}

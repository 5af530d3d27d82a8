import { createHash } from 'crypto';
import { alertMappingProperties } from './alert_mapping';
import type { GroupValue } from './rule_type';

/** Lucene takes no term above 32,766 bytes, and nobody reads this much. */
const LONGEST_KEY = 2_000;

/** A group as one unambiguous line, such as `source.ip=192.0.2.7, user.name=bob`, or `no user.name` for a missing value. */
export function groupKey(group: readonly GroupValue[]): string {
  const key = group
    .map(({ field, value }) => (value === null ? `no ${field}` : `${field}=${quoted(String(value))}`))
    .join(', ');
  if (key.length <= LONGEST_KEY) return key;
  return `${key.slice(0, LONGEST_KEY)}… ${createHash('sha256').update(key).digest('hex')}`;
}

function quoted(value: string): string {
  return /[,="]|^\s|\s$/.test(value) ? JSON.stringify(value) : value;
}

/** Fields of an alert that a group's field must not overwrite. */
const OWN_ROOTS = new Set(['@timestamp', 'event', 'rule', 'message', 'alert']);

/** The group's fields nested as in events: `{ source: { ip: '192.0.2.7' } }`. */
export function ecsCopies(group: readonly GroupValue[]): Record<string, unknown> {
  const copies: Record<string, unknown> = {};
  for (const { field, value } of group) {
    const path = field.split('.');
    if (value === null || OWN_ROOTS.has(path[0] ?? '') || !isPlaceOfValue(path)) continue;
    let target = copies;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(target, step) ? target[step] : undefined;
      if (typeof next === 'object' && next !== null) target = next as Record<string, unknown>;
      else target = Object.assign(target, { [step]: {} })[step] as Record<string, unknown>;
    }
    target[path[path.length - 1] ?? field] = value;
  }
  return copies;
}

/** Whether alerts can hold a value there: other indices may use the name of one of our objects, such as `host`, for a value. */
function isPlaceOfValue(path: readonly string[]): boolean {
  let properties: Record<string, unknown> | undefined = alertMappingProperties;
  for (const [depth, step] of path.entries()) {
    const mapping = properties[step] as { properties?: Record<string, unknown> } | undefined;
    if (mapping === undefined) return true;
    const isLast = depth === path.length - 1;
    if (isLast || mapping.properties === undefined) return isLast && mapping.properties === undefined;
    properties = mapping.properties;
  }
  return true;
}

/** OSD filters that narrow a search to the group, for "show events". */
export function groupFilters(group: readonly GroupValue[]): Array<Record<string, unknown>> {
  return group.map(({ field, value }) => {
    const meta = { alias: null, disabled: false, key: field };
    return value === null
      ? { meta: { ...meta, type: 'exists', negate: true }, exists: { field } }
      : {
          meta: { ...meta, type: 'phrase', negate: false, params: { query: value } },
          query: { match_phrase: { [field]: value } },
        };
  });
}

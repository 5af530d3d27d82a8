import type { Row } from '../row';
import type { RowLayout } from '../row_layout';
import type { IndicatorMatcher } from './facts';
import { INDICATOR_ADDRESSES, INDICATOR_DOMAINS, INDICATOR_HASHES } from './fields';

/** The tag of an event that holds a value of an indicator list. */
export const INDICATOR_TAG = 'threat_indicator';

interface Lookup {
  slot: number;
  /** Where the value goes when it is an indicator. */
  target: number;
  listsOf(value: string): string[] | undefined;
  /** As ECS and STIX name it: https://www.elastic.co/docs/reference/ecs/ecs-threat#field-threat-indicator-type */
  typeOf(value: string): string;
}

/** Marks events that hold a value of an indicator list; undefined where the log type has no field to look at. */
export function indicatorEnricher(
  layout: RowLayout,
  declared: ReadonlySet<string>,
  matcher: IndicatorMatcher,
): ((row: Row) => void) | undefined {
  const among = (paths: readonly string[], make: (path: string) => Omit<Lookup, 'slot'>): Lookup[] =>
    paths.filter((path) => declared.has(path)).map((path) => ({ slot: layout.slot(path), ...make(path) }));
  const lookups = [
    ...among(INDICATOR_ADDRESSES, () => ({
      target: layout.slot('threat.indicator.ip'),
      listsOf: matcher.address,
      typeOf: (value) => (value.includes(':') ? 'ipv6-addr' : 'ipv4-addr'),
    })),
    ...among(INDICATOR_DOMAINS, () => ({
      target: layout.slot('threat.indicator.url.domain'),
      listsOf: matcher.domain,
      typeOf: () => 'domain-name',
    })),
    ...among(INDICATOR_HASHES, (path) => ({
      target: layout.slot(`threat.indicator.${path}`),
      listsOf: matcher.hash,
      typeOf: () => 'file',
    })),
  ];
  if (lookups.length === 0) return undefined;
  const tags = layout.slot('tags');
  const feed = layout.slot('threat.feed.name');
  const type = layout.slot('threat.indicator.type');

  function look({ listsOf, typeOf, target }: Lookup, value: string, row: Row): void {
    const lists = listsOf(value);
    if (!lists) return;
    for (const name of lists) row.add(feed, name);
    row.add(target, value);
    row.add(type, typeOf(value));
    row.add(tags, INDICATOR_TAG);
  }
  return (row) => {
    for (const lookup of lookups) {
      const value = row.get(lookup.slot);
      if (typeof value === 'string') look(lookup, value, row);
      else if (Array.isArray(value)) for (const one of value) look(lookup, String(one), row);
    }
  };
}

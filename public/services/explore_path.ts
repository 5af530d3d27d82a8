import type { EntityKind } from '../../common/entity';

/** The page that tells all that is known of an entity. `search` keeps the period that is looked at. */
export function explorePath(kind: EntityKind, value: string, search = ''): string {
  const query = new URLSearchParams(search);
  const period = ['from', 'to'].flatMap((key) => {
    const text = query.get(key);
    return text === null ? [] : [[key, text]];
  });
  const kept = new URLSearchParams(period).toString();
  return `/explore/${kind}/${encodeURIComponent(value)}${kept && `?${kept}`}`;
}

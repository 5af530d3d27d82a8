import type { SavedDay } from '../../../../common/exclusion';

/** A listed object: its size as stored, and whether exclusions leave it unread. */
export interface SizedObject {
  size: number;
  /** Epoch milliseconds. */
  lastModified: number;
  unread: boolean;
}

/** What was tried of an object: so many of its stored bytes, and the events and bytes of records that exclusions would drop of them. */
export interface TriedObject {
  lastModified: number;
  stored: number;
  events: number;
  bytes: number;
}

/**
 * What exclusions would save of the listed objects, by the UTC day on which these came to S3, the newest in front. Of a day's objects that were not
 * tried as much is saved as of those that were, byte for byte; a day without tried objects goes by all that were.
 */
export function estimateSavings(listed: readonly SizedObject[], tried: readonly TriedObject[]): SavedDay[] {
  const overall = savedShare(tried);
  const days = [...new Set(listed.map(dayOf))].sort().reverse();
  return days.map((day) => {
    const ofDay = listed.filter((object) => dayOf(object) === day);
    const unread = ofDay.filter((object) => object.unread);
    const read = sum(ofDay, ({ size }) => size) - sum(unread, ({ size }) => size);
    const share = savedShare(tried.filter((object) => dayOf(object) === day)) ?? overall;
    return {
      day,
      objects: unread.length,
      events: Math.round(read * (share?.events ?? 0)),
      bytes: Math.round(read * (share?.bytes ?? 0)) + sum(unread, ({ size }) => size),
    };
  });
}

/** Events and bytes saved for each stored byte; undefined where nothing was tried. */
function savedShare(tried: readonly TriedObject[]): { events: number; bytes: number } | undefined {
  const stored = sum(tried, (object) => object.stored);
  if (stored === 0) return undefined;
  return {
    events: sum(tried, ({ events }) => events) / stored,
    bytes: sum(tried, ({ bytes }) => bytes) / stored,
  };
}

function dayOf({ lastModified }: { lastModified: number }): string {
  return new Date(lastModified).toISOString().slice(0, 10);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

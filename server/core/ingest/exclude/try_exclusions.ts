import type { ExcludedCount, Exclusion, ExclusionSample } from '../../../../common/exclusion';
import type { ReadableSource } from '../../manage/sources';
import type { ListedObject } from '../../ports';
import { type BeginningParts, readBeginning } from '../read_beginning';
import { estimateSavings, type TriedObject } from './estimate_savings';
import {
  addCounts,
  type EventFilter,
  openEventFilter,
  reasonToLeaveUnread,
  unreadObject,
} from './exclusions';

/** From all over the time of the objects found, so that one hour does not stand for a day. */
const TRIED_OBJECTS = 12;
const TRIED_BYTES = 1024 * 1024;

/** Tries a source's exclusions on some of the objects found, the newest of which is in front; nothing is written. */
export async function tryExclusions(
  source: ReadableSource,
  found: readonly ListedObject[],
  parts: BeginningParts,
  signal?: AbortSignal,
): Promise<ExclusionSample> {
  const exclusions = source.exclusions ?? [];
  const listed = found.map((object) => ({
    ...object,
    unread: reasonToLeaveUnread(exclusions, object.key) !== undefined,
  }));
  const toTry = spread(
    listed.filter(({ unread }) => !unread),
    TRIED_OBJECTS,
  );
  let excluded: ExcludedCount[] = found.reduce<ExcludedCount[]>(
    (sum, object) => addCounts(sum, unreadObject(exclusions, object)),
    [],
  );
  let events = 0;
  const tried: TriedObject[] = [];
  for (const object of toTry) {
    const asSet = openEventFilter(exclusions, parts.logType, object.key);
    const allOn = openEventFilter(exclusions.map(switchedOn), parts.logType, object.key);
    const sink = { event: () => void events++, reject: () => undefined, skip: () => undefined };
    const filter = asSet && allOn && both(asSet, allOn);
    const stored = await readBeginning(
      source,
      object,
      parts,
      { sink, filter, maxBytes: TRIED_BYTES },
      signal,
    );
    events += asSet?.dropped() ?? 0;
    excluded = addCounts(excluded, asSet?.counts());
    const bytes = (allOn?.counts() ?? []).reduce((sum, count) => sum + count.bytes, 0);
    tried.push({ lastModified: object.lastModified, stored, events: allOn?.dropped() ?? 0, bytes });
  }
  return {
    events,
    excluded,
    objects: { listed: found.length, tried: tried.length },
    days: estimateSavings(listed, tried),
  };
}

function switchedOn(exclusion: Exclusion): Exclusion {
  return { ...exclusion, countOnly: false };
}

/** Does as the first one says, and lets the second one count. */
function both(first: EventFilter, second: EventFilter): EventFilter {
  return {
    ...first,
    reasonToSkip(row, bytes) {
      second.reasonToSkip(row, bytes);
      return first.reasonToSkip(row, bytes);
    },
  };
}

/** At most so many of the items, evenly from the first on. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = items.length / most;
  if (step <= 1) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)] as T);
}

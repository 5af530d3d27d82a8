import { ConditionMistake, parseCondition } from '../../../../common/condition';
import type { ExcludedCount, Exclusion } from '../../../../common/exclusion';
import { matchGlob, parseGlob } from '../../../../common/glob';
import { SiemError } from '../../errors';
import type { ListedObject } from '../../ports';
import type { LogType } from '../log_type';
import type { Row } from '../row';
import { layoutOf } from '../row_layout';
import { rowMatcher, type RowMatcher } from './row_matcher';

/** What becomes of the events of one object. */
export interface EventFilter {
  /** The reason why the event in the row is not to be indexed, if there is one; counts it. `bytes` are those of its record. */
  reasonToSkip(row: Row, bytes: number): string | undefined;
  /** What was dropped so far, and what would have been by exclusions that only count. */
  counts(): ExcludedCount[];
  /** How many events were dropped. */
  dropped(): number;
}

interface Tried {
  test: RowMatcher;
  count: ExcludedCount;
}

/** The filter for the events of an object; undefined if no exclusion concerns it. */
export function openEventFilter(
  exclusions: readonly Exclusion[] | undefined,
  logType: LogType,
  key: string,
): EventFilter | undefined {
  const concerned = exclusions?.filter((exclusion) => fitsKey(exclusion, key)) ?? [];
  if (concerned.length === 0) return undefined;
  const toTry = (countOnly: boolean) =>
    concerned
      .filter((exclusion) => (exclusion.countOnly ?? false) === countOnly)
      .map((exclusion): Tried => ({ test: testOf(exclusion, logType), count: noneOf(exclusion.name) }));
  const dropping = toTry(false);
  // What is dropped anyway would not be saved a second time, so these get to see only what is left.
  const counting = toTry(true);
  const hit = ({ test, count }: Tried, row: Row, bytes: number): boolean => {
    if (!test(row)) return false;
    count.events++;
    count.bytes += bytes;
    return true;
  };
  return {
    reasonToSkip(row, bytes) {
      const dropped = dropping.find((tried) => hit(tried, row, bytes));
      if (dropped) return reasonOf(dropped.count.name);
      for (const tried of counting) hit(tried, row, bytes);
      return undefined;
    },
    dropped: () => dropping.reduce((sum, { count }) => sum + count.events, 0),
    counts: () => [...dropping, ...counting].map(({ count }) => count).filter(({ events }) => events > 0),
  };
}

/** Why the whole object is left unread, if an exclusion says so. */
export function reasonToLeaveUnread(
  exclusions: readonly Exclusion[] | undefined,
  key: string,
): string | undefined {
  const found = exclusionOfObject(exclusions, key);
  return found && reasonOf(found.name);
}

/** What leaving the object unread counts as; undefined if no exclusion says so. */
export function unreadObject(
  exclusions: readonly Exclusion[] | undefined,
  { key, size }: ListedObject,
): ExcludedCount[] | undefined {
  const found = exclusionOfObject(exclusions, key);
  return found && [{ ...noneOf(found.name), objects: 1, bytes: size }];
}

function exclusionOfObject(exclusions: readonly Exclusion[] | undefined, key: string): Exclusion | undefined {
  return exclusions?.find(
    (exclusion) => exclusion.condition === undefined && !exclusion.countOnly && fitsKey(exclusion, key),
  );
}

/** Fails with `invalid_input`, naming the place, when a condition does not go with the log type. */
export function checkExclusions(exclusions: readonly Exclusion[] | undefined, logType: LogType): void {
  exclusions?.forEach((exclusion, index) => {
    try {
      testOf(exclusion, logType);
    } catch (thrown) {
      if (!(thrown instanceof ConditionMistake)) throw thrown;
      throw new SiemError('invalid_input', `exclusions.${index}.condition: ${thrown.message}`);
    }
  });
}

/** Adds counts by name; names no longer in use stay. */
export function addCounts(
  sum: readonly ExcludedCount[] | undefined,
  more: readonly ExcludedCount[] | undefined,
): ExcludedCount[] {
  const byName = new Map<string, ExcludedCount>();
  for (const { name, objects, events, bytes } of [...(sum ?? []), ...(more ?? [])]) {
    const before = byName.get(name) ?? noneOf(name);
    byName.set(name, {
      name,
      objects: before.objects + objects,
      events: before.events + events,
      bytes: before.bytes + bytes,
    });
  }
  return [...byName.values()];
}

/** The counts less others of the same names. */
export function takeCounts(
  sum: readonly ExcludedCount[] | undefined,
  less: readonly ExcludedCount[],
): ExcludedCount[] {
  const negative = less.map(({ name, objects, events, bytes }) => ({
    name,
    objects: -objects,
    events: -events,
    bytes: -bytes,
  }));
  return addCounts(sum, negative).filter(({ objects, events }) => objects > 0 || events > 0);
}

function noneOf(name: string): ExcludedCount {
  return { name, objects: 0, events: 0, bytes: 0 };
}

function reasonOf(name: string): string {
  return `excluded: ${name}`;
}

function fitsKey({ keys }: Exclusion, key: string): boolean {
  return keys === undefined || matchGlob(parseGlob(keys), key);
}

const ALWAYS: RowMatcher = () => true;

function testOf({ condition }: Exclusion, logType: LogType): RowMatcher {
  if (condition === undefined) return ALWAYS;
  return rowMatcher(parseCondition(condition), layoutOf(logType.fields));
}

import { durationMs } from '../../common/duration';
import type { Random } from '../../common/random';
import { type OracleEvent, type OracleRule, randomEvent } from './oracle_rule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What arrives at one step; an event may arrive again in a later one. */
export interface Arrival {
  /** Epoch milliseconds of the clock. */
  now: number;
  events: OracleEvent[];
}

/** Events of several sources that arrive late, by up to six hours, out of order and some of them twice. */
export function randomStream(random: Random, start: number, steps: number): Arrival[] {
  const arrivals: Arrival[] = [];
  const sent: OracleEvent[] = [];
  for (let step = 1; step <= steps; step++) {
    const now = start + step * 5 * MINUTE;
    const events = Array.from({ length: random.integer(0, 8) }, () => {
      const lateness = random.chance(0.5) ? random.integer(0, 10 * MINUTE) : random.integer(0, 6 * HOUR);
      return randomEvent(random, now - lateness);
    });
    const again = random.chance(0.3) && sent.length > 0 ? [random.pick(sent)] : [];
    sent.push(...events);
    arrivals.push({ now, events: [...events, ...again] });
  }
  return arrivals;
}

/** Fired windows of one group that belong together: their ends, as text. */
export type Episodes = string[];

/** What a rule must have fired once all has arrived: for each group its episodes, each with the ends of its windows. */
export function expectedEpisodes(
  { rule, windows, fires }: OracleRule,
  start: number,
  arrivals: readonly Arrival[],
  past: readonly OracleEvent[] = [],
): Episodes {
  const fired = new Map<string, Set<number>>();
  const there = [...past];
  let judgedUpTo = start - 24 * HOUR - (windows.judgedAfter ?? 0);
  const judge = (ends: Iterable<number>) => {
    for (const end of ends) {
      for (const key of fires(there, end - windows.length, end)) {
        fired.set(key, (fired.get(key) ?? new Set()).add(end));
      }
    }
  };
  for (const { now, events } of [{ now: start, events: [] }, ...arrivals]) {
    for (const event of events) if (!there.includes(event)) there.push(event);
    if (windows.judgedAfter === undefined) {
      judge(new Set(events.flatMap((event) => endsWithMinuteOf(event.at, windows))));
    } else {
      const upTo = now - windows.judgedAfter;
      judge(multiplesBetween(judgedUpTo, upTo, windows.every));
      judgedUpTo = upTo;
    }
  }
  const quietFor = rule.quietFor === undefined ? windows.length : durationMs(rule.quietFor);
  return [...fired].flatMap(([key, ends]) =>
    apart(
      [...ends].sort((a, b) => a - b),
      windows.length,
      quietFor,
    ).map((episode) => describeEpisode(key, episode)),
  );
}

/** All windows of the stream, each judged once when everything has arrived. */
export function episodesAtTheEnd(oracle: OracleRule, start: number, arrivals: readonly Arrival[]): Episodes {
  const last = arrivals[arrivals.length - 1]?.now ?? start;
  return expectedEpisodes(oracle, start, [{ now: last, events: arrivals.flatMap(({ events }) => events) }]);
}

/** One line for a group's episode, with the times of day at which its windows end. */
export function describeEpisode(key: string, ends: readonly number[]): string {
  return `${key}: ${ends.map((end) => new Date(end).toISOString().slice(8, 16)).join(' ')}`;
}

function endsWithMinuteOf(at: number, { length, every }: { length: number; every: number }): number[] {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return multiplesBetween(minute, minute + length, every).filter((end) => end - length <= minute);
}

/** Above `after`, up to `upTo`. */
function multiplesBetween(after: number, upTo: number, every: number): number[] {
  const found: number[] = [];
  for (let end = Math.ceil((after + 1) / every) * every; end <= upTo; end += every) found.push(end);
  return found;
}

function apart(ends: readonly number[], length: number, quietFor: number): number[][] {
  const episodes: number[][] = [];
  let last = -Infinity;
  for (const end of ends) {
    const gap = end - length - last;
    if (gap <= 0 || gap < quietFor) episodes[episodes.length - 1]?.push(end);
    else episodes.push([end]);
    last = end;
  }
  return episodes;
}

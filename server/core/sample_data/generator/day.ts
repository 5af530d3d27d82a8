import { createHash } from 'crypto';
import { createRandom, type Random } from '../../../../common/random';
import { attackOf, burstOf, type Trace } from './attack';
import { uniquePart } from './keys';
import { logObject, type LogObject, type LogRecord, type LogStream } from './log_object';
import { createStreams } from './streams';
import { createWorld } from './world';

const DAY_MS = 86_400_000;
/** So long a time is about equally busy. A file is longer than AWS's own five to fifteen minutes, too: a day is then some hundred files. */
const SLOT_MS = 30 * 60_000;

export interface LogGenerator {
  /** The 24 hours before `now`, oldest files first, with the attack in the last of them. */
  day(now: number): IterableIterator<LogObject>;
  /** What is written between two moments shortly after each other; `burst` adds a small attack, of another kind each time it counts up. */
  live(from: number, to: number, burst?: number): LogObject[];
}

/** Findings and the like are few enough to be kept whole. */
const RARE_PER_DAY = 1_000;

interface Options {
  /** Of ordinary life that is written, 0 to 1; attacks are always written whole. */
  share?: number;
  /** How long a time a file of the day is about, in milliseconds. */
  fileMs?: number;
}

/** Makes logs that depend on nothing but the seed and the times it is asked for. */
export function createGenerator(seed: number, { share = 1, fileMs = SLOT_MS }: Options = {}): LogGenerator {
  const world = createWorld(seed);
  const streams = createStreams(world);
  const randomFor = (...parts: Array<string | number>) => createRandom(hash([seed, ...parts].join('/')));

  /** A file of one series, holding what falls between `from` and `to`. */
  const file = (stream: LogStream, from: number, to: number, traces: Trace[]): LogObject | undefined => {
    const random = randomFor(stream.id, from);
    const perDay = stream.perDay < RARE_PER_DAY ? stream.perDay : stream.perDay * share;
    const records: LogRecord[] = [];
    for (let start = from; start < to; start += SLOT_MS) {
      const end = Math.min(start + SLOT_MS, to);
      records.push(...stream.generate(ordinaryCount(perDay, start, end, random), start, end, random));
    }
    const extra = traces
      .filter((trace) => trace.stream === stream)
      .flatMap((trace) => trace.records.filter(({ at }) => at >= from && at < to));
    return logObject(stream, [...records, ...extra], to, uniquePart(random));
  };

  return {
    *day(now) {
      const attack = attackOf(world, streams, now, randomFor('attack', now));
      for (let from = now - DAY_MS; from < now; from += fileMs) {
        for (const stream of streams.all) {
          const made = file(stream, from, from + fileMs, attack);
          if (made) yield made;
        }
      }
    },
    live(from, to, burst) {
      const files = streams.all.map((stream) => file(stream, from, to, []));
      if (burst !== undefined) {
        // In a file of its own, since it reaches back before `from`.
        const random = randomFor('burst', to);
        const { stream, records } = burstOf(world, streams, to, burst, random);
        files.push(logObject(stream, records, to, uniquePart(random)));
      }
      return files.filter((made) => made !== undefined);
    },
  };
}

/** How busy the company is at this time: 0.35 in the small hours of Europe and America, 1.65 in the afternoon (UTC), 1 on average. */
export function activity(at: number): number {
  const hour = (at % DAY_MS) / 3_600_000;
  return 1 + 0.65 * Math.cos(((hour - 16) / 24) * 2 * Math.PI);
}

function ordinaryCount(perDay: number, from: number, to: number, random: Random): number {
  const expected = ((perDay * (to - from)) / DAY_MS) * activity((from + to) / 2);
  const wobbled = expected * (0.9 + random.next() * 0.2);
  // The fraction decides by chance, so that short spans come out right on average.
  return Math.floor(wobbled) + (random.chance(wobbled % 1) ? 1 : 0);
}

function hash(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

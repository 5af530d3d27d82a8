import fc from 'fast-check';
import { type Arrival, learn, NOTHING_LEARNT, recentFlow, type SourceMemory, usualOf } from './source_memory';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-05T00:00:00Z');
const POLL = MINUTE;
const NO_TOTALS = { events: 0, rejects: 0 };

/** Objects that came at these times, with the newest event ten minutes before, read a minute later. */
function arrivals(times: number[], change: Partial<Arrival> = {}): Arrival[] {
  return times.map((modified) => ({
    at: modified + MINUTE,
    modified,
    newest: modified - 10 * MINUTE,
    ...change,
  }));
}

function learnt(times: number[], change?: Partial<Arrival>): SourceMemory {
  const now = Math.max(...times) + 2 * MINUTE;
  return learn(
    NOTHING_LEARNT,
    { arrivals: arrivals(times, change), totals: NO_TOTALS, pollInterval: POLL },
    now,
  );
}

/** One every five minutes in the given hours of each day. */
function workingDays(days: number[], hours: readonly [number, number]): number[] {
  return days.flatMap((day) => {
    const times = [];
    for (let at = hours[0] * HOUR; at < hours[1] * HOUR; at += 5 * MINUTE) times.push(START + day * DAY + at);
    return times;
  });
}

const everyFive = (count: number) => Array.from({ length: count }, (_, index) => START + index * 5 * MINUTE);

describe('what is usual for a source', () => {
  it.each([
    ['nothing known', [], {}],
    ['too few objects for a pause', everyFive(6), { delay: 10 * MINUTE }],
    [
      'an object every five minutes',
      everyFive(40),
      {
        delay: 10 * MINUTE,
        lagLimit: 10 * MINUTE + 5 * MINUTE + 15 * MINUTE + 2 * POLL,
        pauseLimit: 15 * MINUTE + 2 * POLL,
      },
    ],
    [
      'quiet nights',
      workingDays([0, 1, 2, 3], [8, 18]),
      { delay: 10 * MINUTE, pauseLimit: 2 * (14 * HOUR + 5 * MINUTE) + 2 * POLL },
    ],
    [
      'one long outage in a week, which is not usual',
      [...workingDays([0, 1], [0, 24]), ...workingDays([3, 4], [0, 24])],
      { delay: 10 * MINUTE, pauseLimit: 15 * MINUTE + 2 * POLL },
    ],
  ])('%s', (_name, times, expected) => {
    expect(usualOf(times.length === 0 ? NOTHING_LEARNT : learnt(times), POLL)).toMatchObject(expected);
  });

  it('is not spoilt by a few objects that were delivered very late', () => {
    const memory = learnt(everyFive(40));
    const late = arrivals([START + 40 * 5 * MINUTE], { newest: START - DAY });
    const after = learn(memory, { arrivals: late, totals: NO_TOTALS, pollInterval: POLL }, START + DAY);
    expect(usualOf(after, POLL)).toEqual(usualOf(memory, POLL));
  });

  it('is learnt as to delay from a first load of old objects, and not as to pauses', () => {
    const old = learnt(everyFive(40), { at: START + 300 * DAY });
    expect(usualOf(old, POLL)).toEqual({ delay: 10 * MINUTE });
  });

  it('learns each object once', () => {
    const memory = learnt(everyFive(40));
    const again = { arrivals: arrivals(everyFive(40)), totals: NO_TOTALS, pollInterval: POLL };
    expect(learn(memory, again, START + 4 * HOUR)).toMatchObject({
      delays: memory.delays,
      pauses: memory.pauses,
    });
  });

  it('stays small and sound whatever comes', () => {
    const time = fc.integer({ min: START, max: START + 60 * DAY });
    const arrival = fc.record({ at: time, modified: time, newest: fc.option(time, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(fc.array(arrival, { maxLength: 60 }), { maxLength: 20 }), (batches) => {
        let memory = NOTHING_LEARNT;
        for (const [index, batch] of batches.entries()) {
          const now = START + (index + 1) * 3 * DAY;
          memory = learn(memory, { arrivals: batch, totals: NO_TOTALS, pollInterval: POLL }, now);
        }
        expect(memory.delays.length).toBeLessThanOrEqual(100);
        expect(memory.pauses.length).toBeLessThanOrEqual(75);
        expect(memory.totals.length).toBeLessThanOrEqual(8);
        const { delay = 0, lagLimit = delay, pauseLimit = 1 } = usualOf(memory, POLL);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(lagLimit).toBeGreaterThanOrEqual(delay);
        expect(pauseLimit).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the flow of the last hour', () => {
  const totals = (minutes: number, events: number, rejects: number) => ({
    at: START + minutes * MINUTE,
    events,
    rejects,
  });
  const memoryOf = (...known: SourceMemory['totals']) => ({ ...NOTHING_LEARNT, totals: known });

  it.each([
    ['nothing known', memoryOf(), totals(10, 5, 0), { rejects: 0 }],
    ['nothing came', memoryOf(totals(0, 50, 5)), totals(10, 50, 5), { eventsPerMinute: 0, rejects: 0 }],
    [
      'events and rejects',
      memoryOf(totals(0, 100, 0), totals(30, 300, 10)),
      totals(60, 1_000, 100),
      { eventsPerMinute: 15, rejects: 100, rejectRatio: 0.1 },
    ],
    [
      'totals that were set back',
      memoryOf(totals(0, 100, 9)),
      totals(10, 0, 0),
      { eventsPerMinute: 0, rejects: 0 },
    ],
  ])('%s', (_name, memory, now, expected) => expect(recentFlow(memory, now)).toEqual(expected));

  it('is taken from totals of ten minutes apart', () => {
    let memory = NOTHING_LEARNT;
    for (let minute = 0; minute <= 180; minute++) {
      const news = { arrivals: [], totals: { events: minute * 10, rejects: 0 }, pollInterval: POLL };
      memory = learn(memory, news, START + minute * MINUTE);
    }
    expect(memory.totals.map(({ at }) => (at - START) / MINUTE)).toEqual([120, 130, 140, 150, 160, 170, 180]);
  });
});

import fc from 'fast-check';
import { type SequenceForm, type StepEvent, matchSequence } from './match_sequence';

/** Tries every event for every step. */
function bruteForce(events: StepEvent[], { steps, within, notWithin }: SequenceForm): number | undefined {
  const lasts: number[] = [];
  const place = (step: number, used: StepEvent[]): void => {
    const before = used[used.length - 1];
    if (step === steps) {
      const last = before as StepEvent;
      if (last.time - (used[0]?.time ?? 0) > within) return;
      const closed =
        notWithin !== undefined &&
        events.some(
          (other) =>
            other !== last && other.closes && other.time >= last.time && other.time <= last.time + notWithin,
        );
      if (!closed) lasts.push(last.time);
      return;
    }
    for (const event of events) {
      const fits = event.steps & (1 << step) && !used.includes(event);
      if (fits && event.time >= (before?.time ?? 0)) place(step + 1, [...used, event]);
    }
  };
  place(0, []);
  return lasts.length > 0 ? Math.min(...lasts) : undefined;
}

const eventsOf = (steps: number, most: number) =>
  fc
    .array(
      fc.record({
        time: fc.integer({ min: 0, max: 8 }),
        steps: fc.integer({ min: 0, max: (1 << steps) - 1 }),
        closes: fc.boolean(),
      }),
      { maxLength: most },
    )
    .map((events) => events.sort((a, b) => a.time - b.time));

const closingOf = (events: StepEvent[]) => events.filter(({ closes }) => closes);

const at = (time: number, ...steps: number[]): StepEvent => ({
  time,
  steps: steps.reduce((mask, step) => mask | (1 << step), 0),
  closes: false,
});

describe('a sequence', () => {
  it('is found where trying everything finds one, and ends as early', () => {
    const form = fc.record({
      steps: fc.integer({ min: 1, max: 4 }),
      within: fc.integer({ min: 0, max: 8 }),
      notWithin: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        form.chain((each) => fc.tuple(fc.constant(each), eventsOf(each.steps, 7))),
        ([each, events]) => {
          const times = matchSequence(events, each, closingOf(events));
          expect(times?.[each.steps - 1]).toBe(bruteForce(events, each));
          if (!times) return;
          expect(times).toHaveLength(each.steps);
          expect([...times].sort((a, b) => a - b)).toEqual(times);
          expect((times[each.steps - 1] ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(each.within);
        },
      ),
      { numRuns: process.env.SIEM_SOAK ? 50_000 : 2_000 },
    );
  });

  it('does not depend on the order of events of the same time', () => {
    fc.assert(
      fc.property(eventsOf(4, 12), fc.integer({ min: 0, max: 3 }), (events, notWithin) => {
        const turned = [...events].reverse().sort((a, b) => a.time - b.time);
        const [one, other] = [events, turned].map((each) =>
          matchSequence(each, { steps: 4, within: 5, notWithin }, closingOf(each)),
        );
        expect(other).toEqual(one);
      }),
    );
  });

  it.each([
    ['in order', [at(1, 0), at(2, 1), at(3, 2)], [1, 2, 3]],
    ['out of order', [at(1, 1), at(2, 0), at(3, 2)], undefined],
    ['at the same time, in any order', [at(1, 2), at(1, 1), at(1, 0)], [1, 1, 1]],
    ['with one event for two steps', [at(1, 0, 1), at(2, 2)], undefined],
    ['with two events for two steps', [at(1, 0, 1), at(1, 0), at(2, 2)], [1, 1, 2]],
    ['too slowly', [at(1, 0), at(2, 1), at(6, 2)], undefined],
    ['begun anew in time', [at(1, 0), at(2, 1), at(3, 0), at(4, 1), at(7, 2)], [3, 4, 7]],
    ['with noise between', [at(1, 0), at(1, 2), at(2, 0), at(3, 1), at(4, 0), at(5, 2)], [2, 3, 5]],
  ])('%s', (_, events, expected) => {
    expect(matchSequence(events, { steps: 3, within: 4 })).toEqual(expected);
  });

  it('stays fast with thousands of events of one second', () => {
    const events = Array.from({ length: 50_000 }, (_, n) => at(1, n % 3));
    expect(matchSequence(events, { steps: 4, within: 10 })).toBeUndefined();
    const closing = events.map((event) => ({ ...event, closes: true }));
    expect(matchSequence(closing, { steps: 3, within: 10, notWithin: 10 }, closing)).toBeUndefined();
  });
});

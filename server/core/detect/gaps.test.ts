import * as fc from 'fast-check';
import { addFailed, addGap, dropOldGaps, type Gap, resized, takeDueGaps } from './gaps';

const DAY = 86_400_000;
const every = 5;
const gap = (from: number, to: number, more: Partial<Gap> = {}): Gap => ({
  from,
  to,
  reason: 'Because.',
  tries: 0,
  nextAt: 0,
  ...more,
});
const spans = (gaps: readonly Gap[]) => gaps.map(({ from, to }) => [from, to]);
const endsOf = (gaps: readonly Gap[]) =>
  new Set(
    gaps.flatMap(({ from, to }) =>
      Array.from({ length: (to - from) / every + 1 }, (_, n) => from + n * every),
    ),
  );

describe('the ledger of gaps', () => {
  it('joins gaps that overlap or adjoin, of the same kind', () => {
    let gaps = [gap(10, 20), gap(40, 50)];
    gaps = addGap(gaps, gap(25, 35), every);
    expect(spans(gaps)).toEqual([[10, 50]]);
    gaps = addGap(gaps, gap(60, 60), every);
    gaps = addGap(gaps, gap(20, 60, { backfill: true }), every);
    expect(spans(gaps)).toEqual([
      [10, 50],
      [20, 60],
      [60, 60],
    ]);
  });

  it('holds the same time when the windows become shorter or longer', () => {
    const [from, to] = [60, 5];
    const sized = (sizes: Parameters<typeof resized>[1]) => spans(resized([gap(120, 180)], sizes));
    expect(sized({ from, to, byClock: true })).toEqual([[65, 180]]);
    expect(sized({ from: to, to: from, byClock: false })).toEqual([[120, 235]]);
    expect(sized({ from: to, to: from, byClock: true })).toEqual([[120, 180]]);
  });

  it('tries a bounded part of what is due', () => {
    const { taken, kept } = takeDueGaps([gap(0, 100), gap(200, 300, { nextAt: 9 }), gap(400, 500)], {
      every,
      longest: 150,
      now: 5,
    });
    expect(spans(taken)).toEqual([
      [0, 100],
      [400, 440],
    ]);
    expect(spans(kept)).toEqual([
      [200, 300],
      [445, 500],
    ]);
  });

  it('waits longer each time, up to an hour, and keeps the mark of a backfill', () => {
    const failed = { ends: new Set([10, 15, 30]), reason: 'Shards failed.' };
    const context = { every, now: 1_000, backfill: new Set([30]) };
    expect(addFailed([], [gap(10, 15, { tries: 2 })], failed, context)).toEqual([
      gap(10, 15, { tries: 3, nextAt: 121_000, reason: 'Shards failed.' }),
      gap(30, 30, { tries: 1, nextAt: 31_000, reason: 'Shards failed.', backfill: true }),
    ]);
    const [last] = addFailed([], [gap(10, 30, { tries: 40 })], failed, context);
    expect(last?.nextAt).toBe(3_601_000);
  });

  it('gives up after a week what failed, but neither what is untried nor a backfill', () => {
    const { gaps, warnings } = dropOldGaps(
      [
        gap(1, 2, { tries: 1 }),
        gap(1, 2),
        gap(1, 2, { tries: 1, backfill: true }),
        gap(9 * DAY, 9 * DAY, { tries: 9 }),
      ],
      8 * DAY,
    );
    expect(gaps).toHaveLength(3);
    expect(warnings).toEqual([expect.stringContaining('from 1970-01-01T00:00:00.001Z')]);
  });

  it('never forgets a window, stays sorted, apart and bounded', () => {
    const someGap = fc.record({
      from: fc.integer({ min: 0, max: 2_000 }),
      windows: fc.integer({ min: 0, max: 5 }),
      old: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(someGap, { maxLength: 200 }), (added) => {
        const wanted = added.map(({ from, windows, old }) =>
          gap(from * every, (from + windows) * every, old ? { backfill: true } : {}),
        );
        const gaps = wanted.reduce((ledger: Gap[], each) => addGap(ledger, each, every), []);
        expect(gaps.length).toBeLessThanOrEqual(50);
        for (const old of [undefined, true as const]) {
          const kind = gaps.filter(({ backfill }) => backfill === old);
          const there = endsOf(kind);
          for (const end of endsOf(wanted.filter(({ backfill }) => backfill === old)))
            expect(there).toContain(end);
          kind.slice(1).forEach((each, n) => expect(each.from).toBeGreaterThan((kind[n]?.to ?? 0) + every));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('loses nothing by taking parts', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(300), (from, length, longest) => {
        const whole = gap(from * every, (from + length) * every);
        const { taken, kept } = takeDueGaps([whole], { every, longest, now: 0 });
        expect(endsOf([...taken, ...kept])).toEqual(endsOf([whole]));
        expect(endsOf(taken).size * every).toBeLessThanOrEqual(longest);
      }),
    );
  });
});

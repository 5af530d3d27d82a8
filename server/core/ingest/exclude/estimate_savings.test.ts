import fc from 'fast-check';
import { estimateSavings, type SizedObject, type TriedObject } from './estimate_savings';

const at = (day: number, hour = 0) => Date.UTC(2026, 0, day, hour);
const log = (day: number, size: number): SizedObject => ({ lastModified: at(day), size, unread: false });
const tried = (day: number, stored: number, events: number, bytes: number): TriedObject => ({
  lastModified: at(day, 23),
  stored,
  events,
  bytes,
});

describe('what exclusions would save a day', () => {
  it.each<[string, SizedObject[], TriedObject[], unknown[]]>([
    ['nothing listed', [], [], []],
    ['nothing tried', [log(1, 100)], [], [{ day: '2026-01-01', objects: 0, events: 0, bytes: 0 }]],
    [
      'all tried',
      [log(1, 100)],
      [tried(1, 100, 7, 900)],
      [{ day: '2026-01-01', objects: 0, events: 7, bytes: 900 }],
    ],
    [
      'a quarter tried',
      [log(1, 100), log(1, 300)],
      [tried(1, 100, 7, 900)],
      [{ day: '2026-01-01', objects: 0, events: 28, bytes: 3_600 }],
    ],
    [
      'each day by what was tried of it, others by all that was tried',
      [log(1, 100), log(2, 100), log(3, 100)],
      [tried(1, 100, 2, 20), tried(3, 100, 4, 40)],
      [
        { day: '2026-01-03', objects: 0, events: 4, bytes: 40 },
        { day: '2026-01-02', objects: 0, events: 3, bytes: 30 },
        { day: '2026-01-01', objects: 0, events: 2, bytes: 20 },
      ],
    ],
    [
      'objects left unread',
      [log(1, 100), { ...log(1, 50), unread: true }],
      [tried(1, 100, 1, 10)],
      [{ day: '2026-01-01', objects: 1, events: 1, bytes: 60 }],
    ],
  ])('%s', (_, listed, objects, expected) => {
    expect(estimateSavings(listed, objects)).toEqual(expected);
  });

  it('is what was counted, when all objects were tried to their ends', () => {
    const object = fc.record({
      day: fc.integer({ min: 1, max: 9 }),
      stored: fc.integer({ min: 1, max: 1e9 }),
      events: fc.nat(1e6),
      bytes: fc.nat(1e9),
    });
    fc.assert(
      fc.property(fc.array(object), (objects) => {
        const days = estimateSavings(
          objects.map(({ day, stored }) => log(day, stored)),
          objects.map(({ day, stored, events, bytes }) => tried(day, stored, events, bytes)),
        );
        for (const field of ['events', 'bytes'] as const) {
          const counted = objects.reduce((total, one) => total + one[field], 0);
          expect(days.reduce((total, day) => total + day[field], 0)).toBe(counted);
        }
      }),
    );
  });
});

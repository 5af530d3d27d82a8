import fc from 'fast-check';
import {
  DAY,
  describeIndex,
  expiredIndices,
  indexSpan,
  indicesKept,
  ROTATIONS,
  type RotationSchedule,
} from './retention';

const at = (iso: string) => Date.parse(iso);
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

describe('the index of an event', () => {
  const changed: RotationSchedule = [
    { from: '2026-01-14', rotation: 'daily' },
    { from: '2026-02-01', rotation: 'weekly' },
  ];

  it.each([
    [[], '2026-01-31T23:59:59.999Z', '2026.01', '2026-01-01', '2026-02-01'],
    [changed, '2026-01-13T23:59:59Z', '2026.01', '2026-01-01', '2026-01-14'],
    [changed, '2026-01-14T00:00:00Z', '2026.01.14', '2026-01-14', '2026-01-15'],
    [changed, '2026-02-01T12:00:00Z', '2026.w05', '2026-02-01', '2026-02-02'],
    [changed, '2026-02-04T12:00:00Z', '2026.w06', '2026-02-02', '2026-02-09'],
    [
      [{ from: '1970-01-01', rotation: 'weekly' }],
      '2027-01-02T00:00:00Z',
      '2026.w53',
      '2026-12-28',
      '2027-01-04',
    ],
    [
      [{ from: '1970-01-01', rotation: 'weekly' }],
      '2024-12-30T00:00:00Z',
      '2025.w01',
      '2024-12-30',
      '2025-01-06',
    ],
  ] as Array<[RotationSchedule, string, string, string, string]>)(
    '%j %s',
    (schedule, time, name, from, to) => {
      const span = indexSpan(schedule, at(time));
      expect([span.name, iso(span.from), iso(span.to)]).toEqual([name, from, to]);
    },
  );

  const times = fc.integer({ min: at('2000-01-01'), max: at('2100-01-01') });

  it('is the same for all times of a span, and its name tells at least the span', () => {
    fc.assert(
      fc.property(
        times,
        times,
        fc.constantFrom(...ROTATIONS),
        fc.constantFrom(...ROTATIONS),
        (time, change, a, b) => {
          const schedule = [
            { from: '1970-01-01', rotation: a },
            { from: iso(change), rotation: b },
          ];
          const span = indexSpan(schedule, time);
          expect(span.from <= time && time < span.to).toBe(true);
          expect(indexSpan(schedule, span.from)).toEqual(span);
          expect(indexSpan(schedule, span.to - 1)).toEqual(span);
          const told = describeIndex(`siem-logs-vpcflow-default-${span.name}`);
          expect(told && told.from <= span.from && told.to >= span.to).toBe(true);
        },
      ),
    );
  });
});

describe('expired indices', () => {
  const now = at('2026-03-10T00:00:00Z');
  const indices = [
    'siem-logs-vpcflow-default-2026.01',
    'siem-logs-vpcflow-default-2026.02',
    'siem-logs-vpcflow-default-2026.02.28',
    'siem-logs-vpcflow-default-2026.03.03',
    'siem-logs-vpcflow-default-2026.w08',
    'siem-logs-vpcflow-other-2020.01',
    'siem-logs-cloudtrail-default-2020.01',
    'siem-rejects-2026.01',
    'siem-rejects-2026.02',
    'siem-alerts-2020.01',
    'siem-logs-vpcflow-default-old',
    '.siem-state',
    'logs-2020.01',
  ].map((name) => ({ name }));

  it('are those whose last event is older than the retention of their kind', () => {
    const logs = [{ type: 'vpcflow', namespace: 'default', schedule: [], retentionDays: 7 }];
    expect(expiredIndices(indices, { logs, kept: { rejects: 14 } }, now).map(({ name }) => name)).toEqual([
      'siem-logs-vpcflow-default-2026.01',
      'siem-logs-vpcflow-default-2026.02',
      'siem-logs-vpcflow-default-2026.02.28',
      'siem-logs-vpcflow-default-2026.w08',
      'siem-rejects-2026.01',
    ]);
  });

  it('are none where nothing is set', () => {
    expect(expiredIndices(indices, { logs: [], kept: {} }, now)).toEqual([]);
  });

  it('never hold anything younger than the retention', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 0, max: 4_000 }),
        fc.constantFrom(...ROTATIONS),
        (days, age, rotation) => {
          const schedule = [{ from: '1970-01-01', rotation }];
          const time = now - age * DAY;
          const name = `siem-logs-vpcflow-default-${indexSpan(schedule, time).name}`;
          const logs = [{ type: 'vpcflow', namespace: 'default', schedule, retentionDays: days }];
          if (age <= days) expect(expiredIndices([{ name }], { logs, kept: {} }, now)).toEqual([]);
        },
      ),
    );
  });
});

it.each([
  ['monthly', undefined, 14],
  ['daily', undefined, 366],
  ['daily', 30, 31],
  ['weekly', 90, 14],
] as const)('%s with %s days makes %i indices', (rotation, days, indices) => {
  expect(indicesKept(rotation, days)).toBe(indices);
});

import { fakeClock } from '../../../test/fakes/clock';
import { fakeStateStore } from '../../../test/fakes/state_store';
import { DAY, indexSpan } from '../../../common/retention';
import { SiemError } from '../errors';
import { createDataSettings, rescheduled } from './data_settings';
import { deleteExpired, lastRetentionRun } from './delete_expired';

const NOW = Date.parse('2026-01-15T12:00:00Z');
const never = new AbortController().signal;
const logger = { debug() {}, info() {}, warn() {}, error() {} };

describe('a change of rotation', () => {
  it.each([
    ['the same as before', [], 'monthly', []],
    ['a new one', [], 'daily', [{ from: '2026-01-17', rotation: 'daily' }]],
    [
      'instead of one to come',
      [{ from: '2026-01-17', rotation: 'daily' }],
      'weekly',
      [{ from: '2026-01-17', rotation: 'weekly' }],
    ],
    ['taken back', [{ from: '2026-01-17', rotation: 'daily' }], 'monthly', []],
    [
      'after one that holds',
      [{ from: '2026-01-16', rotation: 'daily' }],
      'monthly',
      [
        { from: '2026-01-16', rotation: 'daily' },
        { from: '2026-01-17', rotation: 'monthly' },
      ],
    ],
  ] as const)('%s', (_name, before, rotation, after) => {
    expect(rescheduled(before, rotation, NOW)).toEqual(after);
  });

  it('leaves the index of everything that can be indexed by then', () => {
    const before = [{ from: '2026-01-10', rotation: 'weekly' as const }];
    const after = rescheduled(before, 'daily', NOW);
    for (let time = NOW - 30 * DAY; time <= NOW + DAY; time += DAY / 4) {
      expect(indexSpan(after, time).name).toBe(indexSpan(before, time).name);
    }
  });
});

describe('settings', () => {
  it('are one for each log type and namespace, noticed within seconds', async () => {
    const clock = fakeClock(NOW);
    const settings = createDataSettings(fakeStateStore(), clock);
    expect(await settings.keeping('vpcflow', 'default')).toEqual({ schedule: [] });
    await settings.saveLogs({ type: 'vpcflow', namespace: 'default', rotation: 'daily', retentionDays: 30 });
    await settings.saveLogs({ type: 'vpcflow', namespace: 'other', rotation: 'monthly', retentionDays: 7 });
    await settings.saveLogs({ type: 'vpcflow', namespace: 'other', rotation: 'monthly' });
    await settings.saveOthers({ bestCompression: true, rejects: 90 });
    expect(await settings.read()).toEqual({
      logs: [
        {
          type: 'vpcflow',
          namespace: 'default',
          schedule: [{ from: '2026-01-17', rotation: 'daily' }],
          retentionDays: 30,
        },
        { type: 'vpcflow', namespace: 'other', schedule: [] },
      ],
      kept: { rejects: 90 },
      bestCompression: true,
    });
    await clock.advance(5_000);
    expect(await settings.keeping('vpcflow', 'default')).toMatchObject({ retentionDays: 30 });
  });
});

describe('the deletion', () => {
  const index = (name: string) => ({ name, docs: 1, bytes: 10 });

  it('removes expired indices, notes them, and goes on next time after an error', async () => {
    const clock = fakeClock(NOW);
    const state = fakeStateStore();
    const settings = createDataSettings(state, clock);
    await settings.saveLogs({ type: 'vpcflow', namespace: 'default', rotation: 'monthly', retentionDays: 7 });
    const names = new Set(
      ['2025.11', '2025.12', '2026.01'].map((date) => `siem-logs-vpcflow-default-${date}`),
    );
    let failing = true;
    const indices = {
      list: async () => [...names].map(index),
      async remove(name: string) {
        if (failing && name.endsWith('12')) throw new SiemError('opensearch_unavailable', 'gone');
        names.delete(name);
      },
    };
    const run = () => deleteExpired({ settings, indices, state, clock, logger }, never);
    await run();
    expect(await lastRetentionRun(state)).toEqual({
      at: NOW,
      deleted: [index('siem-logs-vpcflow-default-2025.11')],
      error: 'gone',
    });
    failing = false;
    await run();
    expect([...names]).toEqual(['siem-logs-vpcflow-default-2026.01']);
    expect((await lastRetentionRun(state))?.error).toBeUndefined();
  });
});

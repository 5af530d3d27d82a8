import type { SourceStatus } from '../../../common/source';
import { judgeSource } from './judge_source';
import { NOTHING_LEARNT, type SourceMemory } from './source_memory';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-01-15T12:00:00Z');

/** A source that has an object every five minutes, whose newest event is then ten minutes old. */
const regular: SourceMemory = {
  ...NOTHING_LEARNT,
  newestObject: NOW - 2 * MINUTE,
  delays: Array.from({ length: 20 }, () => 10 * MINUTE),
  pauses: [
    { day: 20_467, longest: 5 * MINUTE, count: 200 },
    { day: 20_468, longest: 5 * MINUTE, count: 200 },
  ],
  totals: [{ at: NOW - 30 * MINUTE, events: 1_000, rejects: 0 }],
};
const silentSince = (ms: number): SourceMemory => ({ ...regular, newestObject: NOW - ms });
const newestEvent = (ms: number) => ({ newestEventAt: new Date(NOW - ms).toISOString() });
const well: SourceStatus = {
  state: 'ok',
  objects: 1,
  events: 2_000,
  rejects: 0,
  bytes: 0,
  ...newestEvent(12 * MINUTE),
};

function judge(status: Partial<SourceStatus>, memory: SourceMemory) {
  const source = { id: 's1', name: 'flows', place: 's3://logs/', pollInterval: MINUTE };
  return judgeSource({ ...source, status: { ...well, ...status } }, memory, NOW);
}

describe('a source', () => {
  it.each<[string, Partial<SourceStatus>, SourceMemory, string[]]>([
    ['that is well', {}, regular, []],
    ['that nothing is known of', newestEvent(300 * HOUR), NOTHING_LEARNT, []],
    ['that is paused', { state: 'paused', ...newestEvent(300 * HOUR) }, silentSince(300 * HOUR), []],
    ['that was never polled', { state: 'waiting' }, NOTHING_LEARNT, []],
    [
      'that fails',
      { state: 'failing', ...newestEvent(HOUR) },
      silentSince(HOUR),
      ['source_failing critical'],
    ],
    [
      'that was changed past us',
      { state: 'changed_outside' },
      silentSince(HOUR),
      ['changed_outside warning'],
    ],
    ['that is silent', newestEvent(HOUR), silentSince(40 * MINUTE), ['source_silent warning']],
    ['whose pause is a usual one', newestEvent(24 * MINUTE), silentSince(16 * MINUTE), []],
    ['whose objects hold old events', newestEvent(HOUR), regular, ['source_lag warning']],
    [
      'that catches up',
      { state: 'running', ...newestEvent(HOUR) },
      silentSince(HOUR),
      ['source_lag warning'],
    ],
    ['with some rejects among many', { events: 2_000, rejects: 20 }, regular, []],
    ['with rejects', { events: 1_900, rejects: 100 }, regular, ['source_rejects warning']],
    ['with rejects only', { events: 1_000, rejects: 100 }, regular, ['source_rejects critical']],
    ['with a handful of rejects', { events: 1_000, rejects: 9 }, regular, []],
    [
      'that fails and rejects',
      { state: 'failing', events: 1_000, rejects: 100 },
      regular,
      ['source_failing critical', 'source_rejects critical'],
    ],
  ])('%s', (_name, status, memory, expected) => {
    expect(judge(status, memory).map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(expected);
  });

  it('says in words what is unusual and where to look', () => {
    expect(judge(newestEvent(5 * HOUR), silentSince(5 * HOUR))[0]).toMatchObject({
      subject: { kind: 'source', id: 's1', name: 'flows' },
      message: 'No new object for 5 hours; usually one comes within 17 minutes.',
      advice: expect.stringContaining('s3://logs/'),
    });
    expect(
      judge({ state: 'failing', lastError: { code: 'x', message: 'no bucket', at: '' } }, regular)[0],
    ).toMatchObject({ message: 'no bucket' });
  });
});

import type { HealthIssue, HealthKind } from '../../../common/health';
import { attentionOf } from './attention';
import { shownTypes } from './overview';
import { histogramInterval } from './period';

const HOUR = 3_600_000;

describe('the width of the histogram’s bars', () => {
  it.each([
    ['a minute', 60_000, 1_000],
    ['an hour', HOUR, 60_000],
    ['a day', 24 * HOUR, 1_800_000],
    ['a week', 168 * HOUR, 3 * HOUR],
    ['a year', 365 * 24 * HOUR, 168 * HOUR],
    ['a lifetime', 100 * 365 * 24 * HOUR, 720 * HOUR],
  ])('suits %s', (_name, length, expected) => expect(histogramInterval(0, length)).toBe(expected));
});

describe('the log types of the overview', () => {
  const logTypes = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id.toUpperCase() }));

  it('are those with a source or with events, now or in the period before', () => {
    const shown = shownTypes(logTypes, new Map([['d', 7]]), new Map([['a', 2]]), [
      { logType: 'c' },
      { logType: 'c' },
    ]);
    expect(shown).toEqual([
      { type: 'a', title: 'A', count: 0, before: 2 },
      { type: 'c', title: 'C', count: 0, before: 0 },
      { type: 'd', title: 'D', count: 7, before: 0 },
    ]);
  });
});

describe('what needs attention', () => {
  const watched = (state: string, message?: string) => ({
    id: state,
    name: state,
    status: { state, ...(message && { lastError: { message } }) },
  });

  const issue = (kind: HealthKind, id: string): HealthIssue => ({
    id: `${kind}-${id}`,
    kind,
    subject: { kind: 'source', id, name: id },
    severity: 'warning',
    message: 'silent for long',
    advice: '',
    since: '2026-01-15T12:00:00.000Z',
  });

  it('is what fails and what was changed past us, with the reason, and what is unhealthy beyond that, once', () => {
    expect(
      attentionOf(
        {
          source: [watched('ok'), watched('failing', 'denied')],
          rule: [watched('changed_outside')],
          channel: [watched('disabled')],
        },
        [issue('source_failing', 'failing'), issue('source_silent', 'ok')],
      ),
    ).toEqual([
      { kind: 'source', id: 'failing', name: 'failing', message: 'denied', severity: 'critical' },
      {
        kind: 'rule',
        id: 'changed_outside',
        name: 'changed_outside',
        message: expect.stringContaining('Changed outside SIEM'),
        severity: 'warning',
      },
      {
        kind: 'source',
        id: 'ok',
        name: 'ok',
        message: 'silent for long',
        severity: 'warning',
        advice: '',
        since: '2026-01-15T12:00:00.000Z',
      },
    ]);
  });
});

import { attentionOf } from './attention';
import { histogramInterval } from './overview';

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

describe('what needs attention', () => {
  const watched = (state: string, message?: string) => ({
    id: state,
    name: state,
    status: { state, ...(message && { lastError: { message } }) },
  });

  it('is what fails and what was changed past us, with the reason', () => {
    expect(
      attentionOf({
        source: [watched('ok'), watched('failing', 'denied')],
        rule: [watched('changed_outside')],
        channel: [watched('disabled')],
      }),
    ).toEqual([
      { kind: 'source', id: 'failing', name: 'failing', message: 'denied' },
      {
        kind: 'rule',
        id: 'changed_outside',
        name: 'changed_outside',
        message: expect.stringContaining('Changed outside SIEM'),
      },
    ]);
  });
});

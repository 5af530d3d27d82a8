import fc from 'fast-check';
import { isIp } from './ip';
import { cutText, isDecimal, isWholeNumber, quote } from './text';
import { isoTime, parseIsoTime } from './time';

describe('cutText', () => {
  it('keeps as many whole characters as fit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 80 }),
        (text, limit) => {
          const kept = cutText(text, limit);
          expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(limit);
          expect(text.startsWith(kept)).toBe(true);
          const next = [...text.slice(kept.length)][0] ?? '';
          expect(next === '' || Buffer.byteLength(kept + next) > limit).toBe(true);
        },
      ),
    );
  });
});

describe('quote', () => {
  it('is JSON for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(quote(text))).toBe(text);
      }),
    );
  });
});

describe('numbers', () => {
  it.each(['0', '7', '123456789012345678'])('%s is whole', (text) => expect(isWholeNumber(text)).toBe(true));
  it.each(['', '-1', '007', '1.0', '1e3', '1234567890123456789', ' 1', '١'])('%j is not', (text) =>
    expect(isWholeNumber(text)).toBe(false),
  );
  it.each(['0.000', '-1', '12.5'])('%s is decimal', (text) => expect(isDecimal(text)).toBe(true));
  it.each(['.5', '1.', '0x1', 'NaN', '01.5', '--1'])('%j is not', (text) =>
    expect(isDecimal(text)).toBe(false),
  );
});

describe('isIp', () => {
  it('takes what is an address', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => isIp(address)));
  });
  it.each(['::', '::1', '::ffff:10.0.0.1', '2001:db8::', 'fe80::1:2:3:4', '0.0.0.0', '255.255.255.255'])(
    '%s is an address',
    (text) => expect(isIp(text)).toBe(true),
  );
  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0.1.2',
    '1::2::3',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    'fe80::1%eth0',
    '10.0.0.0/8',
    '12345::',
    'ec2.amazonaws.com',
    'a"b',
  ])('%j is none', (text) => expect(isIp(text)).toBe(false));
});

describe('times', () => {
  it('are read with a zone only, so that the machine’s own never counts', () => {
    expect(parseIsoTime('2026-01-02T03:04:05.678901Z')).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 678));
    expect(parseIsoTime('2026-01-02T03:04:05+01:00')).toBe(Date.UTC(2026, 0, 2, 2, 4, 5));
    for (const text of [
      '2026-01-02T03:04:05',
      '2026-01-02',
      '1767323045',
      'Jan 2, 2026',
      '2026-13-02T03:04:05Z',
    ])
      expect(parseIsoTime(text)).toBeNaN();
  });

  it('are written as Date does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 253_402_300_799_999 })), (times) => {
        for (const ms of [...times, ...times]) expect(isoTime(ms)).toBe(new Date(ms).toISOString());
      }),
    );
  });
});

import { ecsCopies, groupFilters, groupKey } from './group';

describe('a group', () => {
  it('has a key that tells values, missing values and their borders apart', () => {
    const keys = [
      [
        { field: 'a', value: 'x, b=y' },
        { field: 'b', value: 'z' },
      ],
      [
        { field: 'a', value: 'x' },
        { field: 'b', value: 'y, b=z' },
      ],
      [
        { field: 'a', value: null },
        { field: 'b', value: 'z' },
      ],
      [
        { field: 'a', value: '' },
        { field: 'b', value: 'z' },
      ],
      [
        { field: 'a', value: 'null' },
        { field: 'b', value: 'z' },
      ],
    ].map(groupKey);
    expect(new Set(keys).size).toBe(5);
    expect(keys[2]).toBe('no a, b=z');
    expect(groupKey([])).toBe('');
  });

  it('has a key that OpenSearch can index, however long the values', () => {
    const long = (end: string) => groupKey([{ field: 'a', value: 'ä'.repeat(8_000) + end }]);
    expect(Buffer.byteLength(long('1'))).toBeLessThan(8_000);
    expect(long('1')).not.toBe(long('2'));
  });

  it('is copied into the alert as nested fields, never over the alert itself', () => {
    expect(
      ecsCopies([
        { field: 'source.ip', value: '192.0.2.7' },
        { field: 'source.port', value: 22 },
        { field: 'alert.id', value: 'x' },
        { field: 'user.name', value: null },
      ]),
    ).toEqual({ source: { ip: '192.0.2.7', port: 22 } });
  });

  it('is left out of an alert where other indices name a value as we name an object, or the other way round', () => {
    const copies = ecsCopies([
      { field: 'host', value: 'web-1' },
      { field: 'source.ip.text', value: 'x' },
      { field: 'host.name', value: 'web-1' },
      { field: 'app.host', value: 'web-1' },
    ]);
    expect(copies).toEqual({ host: { name: 'web-1' }, app: { host: 'web-1' } });
  });

  it('becomes filters that show its events', () => {
    expect(
      groupFilters([
        { field: 'a', value: 1 },
        { field: 'b', value: null },
      ]),
    ).toMatchObject([
      { meta: { negate: false }, query: { match_phrase: { a: 1 } } },
      { meta: { negate: true }, exists: { field: 'b' } },
    ]);
  });
});

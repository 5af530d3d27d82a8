import type { EventField } from './event_field';
import { Row } from './row';
import { layoutOf, RowLayout } from './row_layout';

const FIELDS: EventField[] = [
  { path: 'a.text', type: 'keyword' },
  { path: 'b', type: 'long' },
  { path: 'a.deep.ip', type: 'ip' },
  { path: 'a.deep.list', type: 'keyword', many: true },
  { path: 'a.flag', type: 'boolean' },
  { path: 'time', type: 'date' },
  { path: 'open', type: 'object' },
  { path: 'ratio', type: 'double' },
];

const rowOf = (fill: (row: Row, slot: (path: string) => number) => void): unknown => {
  const row = new Row(layoutOf(FIELDS));
  fill(row, (path) => row.layout.slot(path));
  return JSON.parse(row.serialise());
};

describe('Row', () => {
  it('writes siblings into one object, in whatever order they were declared and set', () => {
    const event = rowOf((row, slot) => {
      row.setScalar(slot('a.flag'), false);
      row.set(slot('b'), '42');
      row.add(slot('a.deep.list'), 'x');
      row.add(slot('a.deep.list'), 'y');
      row.add(slot('a.deep.list'), 'x');
      row.set(slot('a.text'), 'say "hi"\n');
      row.set(slot('a.deep.ip'), '10.0.0.1');
      row.setTime(slot('time'), 0);
      row.setObject(slot('open'), { k: [1] });
      row.set(slot('ratio'), '0.50');
    });
    expect(event).toEqual({
      a: { text: 'say "hi"\n', deep: { ip: '10.0.0.1', list: ['x', 'y'] }, flag: false },
      b: 42,
      time: '1970-01-01T00:00:00.000Z',
      open: { k: [1] },
      ratio: 0.5,
    });
  });

  it('is an empty object when nothing is set, and leaves absent values out', () => {
    expect(rowOf(() => undefined)).toEqual({});
    expect(
      rowOf((row, slot) => {
        for (const value of [undefined, '', '-']) expect(row.set(slot('a.text'), value)).toBe(true);
      }),
    ).toEqual({});
  });

  it.each([
    ['b', 'x'],
    ['a.deep.ip', '10.0.0.1"'],
    ['a.flag', 'yes'],
    ['ratio', '1e5'],
    ['time', 'now'],
    ['open', '{}'],
  ])('refuses for %s what does not fit: %s', (path, value) => {
    expect(rowOf((row, slot) => expect(row.set(slot(path), value)).toBe(false))).toEqual({});
  });

  it('forgets the event but not what is fixed', () => {
    const row = new Row(layoutOf(FIELDS));
    row.fix(row.layout.slot('a.text'), 'always');
    row.set(row.layout.slot('b'), '1');
    row.clear();
    expect(row.serialise()).toBe('{"a":{"text":"always"}}');
    row.set(row.layout.slot('a.text'), 'once');
    expect(row.serialise()).toBe('{"a":{"text":"once"}}');
  });
});

describe('RowLayout', () => {
  it('refuses a path that is declared twice, or is a field and a parent at once', () => {
    const field = (path: string): EventField => ({ path, type: 'keyword' });
    expect(() => new RowLayout([field('a'), field('a')])).toThrow('declared twice');
    expect(() => new RowLayout([field('a'), field('a.b')])).toThrow('"a" cannot be a field and hold "a.b"');
    expect(() => new RowLayout([field('a')]).slot('b')).toThrow('"b" is not declared');
  });
});

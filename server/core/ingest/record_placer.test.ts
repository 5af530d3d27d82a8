import { type Column, fieldsOf, recordPlacer } from './record_placer';
import { Row } from './row';
import { RowLayout } from './row_layout';

const COLUMNS: readonly Column[] = [
  ['name', 'a.name'],
  ['size', 'a.size', 'long'],
  ['address', 'a.ip', 'ip', 'many'],
  ['other.address', 'a.ip', 'ip', 'many'],
  ['list.id', 'a.id', 'keyword', 'many'],
  ['list.one', 'a.one'],
];
const layout = new RowLayout([
  ...fieldsOf(COLUMNS),
  { path: '@timestamp', type: 'date' },
  { path: 'siem.truncated', type: 'keyword', many: true },
  { path: 'x', type: 'keyword', many: true },
]);
const place = recordPlacer(layout, COLUMNS, 'x', ['hidden', 'list.hidden']);

function placed(record: Record<string, unknown>): unknown {
  const row = new Row(layout);
  place(record, row);
  return JSON.parse(row.serialise());
}

describe('placing a record', () => {
  it.each([
    ['a value', { name: 'n', size: 7 }, { a: { name: 'n', size: 7 } }],
    ['nothing', { name: null, size: undefined, list: [] }, {}],
    ['unknown values', { u: { v: [1, { w: true }] } }, { x: ['u.v=1', 'u.v.w=true'] }],
    ['what does not fit', { size: 'big', name: { n: 1 } }, { x: ['size=big', 'name.n=1'] }],
    [
      'what shares a field',
      { address: ['::1', 'none'], other: { address: '10.0.0.1' } },
      { a: { ip: ['::1', '10.0.0.1'] }, x: ['address=none'] },
    ],
    [
      'objects in arrays, of which single fields cannot take values',
      { list: [{ id: 1, one: 'a' }, { id: 2, one: 'b' }, 'text'] },
      { a: { id: ['1', '2'] }, x: ['list.one=a', 'list.one=b', 'list=text'] },
    ],
    ['what the parser places', { hidden: { a: 1 }, list: [{ hidden: 1, id: 3 }] }, { a: { id: ['3'] } }],
  ])('puts %s where it belongs', (_name, record, expected) => expect(placed(record)).toEqual(expected));
});

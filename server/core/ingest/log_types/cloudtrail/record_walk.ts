import { keyValues } from '../../key_values';
import type { Row } from '../../row';
import { CLOUDTRAIL_FIELDS, COLUMNS } from './columns';
import { layoutOf } from '../../row_layout';

const layout = layoutOf(CLOUDTRAIL_FIELDS);
const OTHER = layout.slot('aws.cloudtrail.other');

/** Names of a record's values, down to the slots they go to. */
class Tree extends Map<string, number | Tree> {}

/** Values the parser places itself. */
const ELSEWHERE = new Set(['requestParameters', 'responseElements', 'resources']);

const TREE = new Tree();
for (const [record, path] of COLUMNS) {
  const names = record.split('.');
  const last = names.pop() as string;
  let tree = TREE;
  for (const name of names) {
    let child = tree.get(name);
    if (!(child instanceof Tree)) tree.set(name, (child = new Tree()));
    tree = child;
  }
  tree.set(last, layout.slot(path));
}

/** Puts every value of the record into its field; what has none, or does not fit it, is added to `aws.cloudtrail.other`. */
export function placeRecord(record: Record<string, unknown>, row: Row): void {
  const others: string[] = [];
  place(record, TREE, '', row, others);
  row.setList(OTHER, others);
}

function place(object: Record<string, unknown>, tree: Tree, path: string, row: Row, others: string[]): void {
  for (const key in object) {
    const value = object[key];
    if (value === null || value === undefined || (path === '' && ELSEWHERE.has(key))) continue;
    const target = tree.get(key);
    if (typeof value === 'object') {
      if (target instanceof Tree && !Array.isArray(value)) {
        place(value as Record<string, unknown>, target, `${path}${key}.`, row, others);
        continue;
      }
    } else if (typeof target === 'number' && row.set(target, String(value))) {
      continue;
    }
    for (const entry of keyValues(value, path + key)) others.push(entry);
  }
}

import { COMMON_FIELDS } from './common_fields';
import type { EventField, EventFieldType } from './event_field';
import { isIp } from './ip';
import { keyValues } from './key_values';
import type { Row } from './row';
import type { RowLayout } from './row_layout';

/**
 * Where a value of a record goes: its path there, without array indexes, and the field of the event, a single `keyword` unless told. Several values
 * may share a field.
 */
export type Column = readonly [record: string, path: string, type?: EventFieldType, many?: 'many'];

const COMMON_PATHS = new Set(COMMON_FIELDS.map(({ path }) => path));

/** The fields that columns fill, besides the common ones. */
export function fieldsOf(columns: readonly Column[]): EventField[] {
  const fields = new Map<string, EventField>();
  for (const [, path, type = 'keyword', many] of columns) {
    if (!COMMON_PATHS.has(path)) fields.set(path, { path, type, ...(many && { many: true }) });
  }
  return [...fields.values()];
}

type Json = Record<string, unknown>;

/** Names of a record's values, down to the fields they go to. */
class Tree extends Map<string, Node> {}

/** `elsewhere`: the parser places the value itself. */
type Node = Target | Tree | 'elsewhere';

interface Target {
  slot: number;
  field: EventField;
}

/** More items of an array are left out, as in `keyValues`. */
const MAX_ITEMS = 2_000;

/**
 * Makes the function that puts every value of a JSON record into its field; what has none, or does not fit it, is added
 * to the field `other` as `path=value`. Of arrays, and of objects in arrays, only fields that hold many take values. Paths in `elsewhere` are left
 * to the parser.
 */
export function recordPlacer(
  layout: RowLayout,
  columns: readonly Column[],
  other: string,
  elsewhere: readonly string[] = [],
): (record: Json, row: Row) => void {
  const tree = new Tree();
  for (const path of elsewhere) grow(tree, path, 'elsewhere');
  for (const [record, path] of columns) {
    const slot = layout.slot(path);
    grow(tree, record, { slot, field: layout.fields[slot] as EventField });
  }
  const otherSlot = layout.slot(other);

  return (record, row) => {
    const others: string[] = [];
    for (const key in record) placeValue(record[key], tree.get(key), key, false, row, others);
    row.setList(otherSlot, others);
  };
}

function grow(root: Tree, path: string, leaf: Node): void {
  const names = path.split('.');
  const last = names.pop() as string;
  let tree = root;
  for (const name of names) {
    let child = tree.get(name);
    if (!(child instanceof Tree)) tree.set(name, (child = new Tree()));
    tree = child;
  }
  tree.set(last, leaf);
}

function placeValue(
  value: unknown,
  target: Node | undefined,
  path: string,
  inArray: boolean,
  row: Row,
  others: string[],
): void {
  if (value === null || value === undefined || target === 'elsewhere') return;
  if (target !== undefined) {
    if (Array.isArray(value)) {
      const count = Math.min(value.length, MAX_ITEMS);
      for (let at = 0; at < count; at++) placeValue(value[at], target, path, true, row, others);
      return;
    }
    if (target instanceof Tree) {
      if (typeof value === 'object') {
        for (const key in value) {
          placeValue((value as Json)[key], target.get(key), `${path}.${key}`, inArray, row, others);
        }
        return;
      }
    } else if (typeof value !== 'object' && setScalar(row, target, String(value), inArray)) {
      return;
    }
  }
  for (const entry of keyValues(value, path)) others.push(entry);
}

function setScalar(row: Row, { slot, field }: Target, text: string, inArray: boolean): boolean {
  if (!field.many) return !inArray && row.set(slot, text);
  if (field.type === 'ip' && !isIp(text)) return false;
  row.add(slot, text);
  return true;
}

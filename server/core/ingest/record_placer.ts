import type { EventField } from './event_field';
import { isIp } from './ip';
import { keyValues } from './key_values';
import type { Row } from './row';
import type { RowLayout } from './row_layout';

/** Where a value of a record goes: its path there, without array indexes, and the field of the event. */
export type Placement = readonly [record: string, path: string];

type Json = Record<string, unknown>;

/** Names of a record's values, down to the fields they go to. */
class Tree extends Map<string, Target | Tree> {}

interface Target {
  slot: number;
  field: EventField;
}

/** More items of an array are left out, as in `keyValues`. */
const MAX_ITEMS = 2_000;

/**
 * Makes the function that puts every value of a JSON record into its field; what has none, or does not fit it, is added
 * to the field `other` as `path=value`. Of arrays, and of objects in arrays, only fields that hold many take values. Top-level names in `elsewhere` are left
 * to the parser.
 */
export function recordPlacer(
  layout: RowLayout,
  placements: readonly Placement[],
  other: string,
  elsewhere: readonly string[] = [],
): (record: Json, row: Row) => void {
  const tree = treeOf(layout, placements);
  const otherSlot = layout.slot(other);
  const skipped = new Set(elsewhere);

  return (record, row) => {
    const others: string[] = [];
    for (const key in record) {
      if (!skipped.has(key)) placeValue(record[key], tree.get(key), key, false, row, others);
    }
    row.setList(otherSlot, others);
  };
}

function treeOf(layout: RowLayout, placements: readonly Placement[]): Tree {
  const root = new Tree();
  for (const [record, path] of placements) {
    const names = record.split('.');
    const last = names.pop() as string;
    let tree = root;
    for (const name of names) {
      let child = tree.get(name);
      if (!(child instanceof Tree)) tree.set(name, (child = new Tree()));
      tree = child;
    }
    const slot = layout.slot(path);
    tree.set(last, { slot, field: layout.fields[slot] as EventField });
  }
  return root;
}

function placeValue(
  value: unknown,
  target: Target | Tree | undefined,
  path: string,
  inArray: boolean,
  row: Row,
  others: string[],
): void {
  if (value === null || value === undefined) return;
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

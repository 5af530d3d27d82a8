import { type Condition, ConditionMistake } from '../../../../common/condition';
import type { Row } from '../row';
import type { RowLayout } from '../row_layout';
import { valueMatcher } from './value_matcher';

export type RowMatcher = (row: Row) => boolean;

/** Compiles a condition for rows of a layout; fails with a `ConditionMistake` for a field that is not there or a value it cannot have. */
export function rowMatcher(condition: Condition, layout: RowLayout): RowMatcher {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map((part) => rowMatcher(part, layout));
      return (row) => parts.every((part) => part(row));
    }
    case 'or': {
      const parts = condition.parts.map((part) => rowMatcher(part, layout));
      return (row) => parts.some((part) => part(row));
    }
    case 'not': {
      const part = rowMatcher(condition.part, layout);
      return (row) => !part(row);
    }
    case 'exists': {
      const slot = slotOf(condition, layout);
      return (row) => row.effective(slot) !== undefined;
    }
    case 'match': {
      const slot = slotOf(condition, layout);
      const field = layout.fields[slot];
      if (!field) throw new Error(`Slot ${slot} has no field.`);
      const test = valueMatcher(field, condition.value);
      return (row) => {
        const value = row.effective(slot);
        if (value === undefined) return false;
        return typeof value === 'object' ? value.some(test) : test(value);
      };
    }
  }
}

/** Fields that get their value only after exclusions are looked at, or the same for a whole object. */
const OF_NO_USE = new Set(['log.offset', 'event.original', 'event.ingested']);

function slotOf({ field, at }: { field: string; at: number }, layout: RowLayout): number {
  const slot = layout.fields.findIndex(({ path }) => path === field);
  if (slot < 0) throw new ConditionMistake(`events of this log type have no field ${field},`, at);
  if (OF_NO_USE.has(field)) throw new ConditionMistake(`${field} cannot be used to exclude events,`, at);
  return slot;
}

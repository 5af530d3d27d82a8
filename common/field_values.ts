import type * as t from 'io-ts';
import { text } from './codec';
import { object } from './object_codec';

export const ValuesQuery = object(
  { pattern: text(500), field: text(500), timeField: text(200) },
  { start: text(500), fieldType: text(50) },
);
export type ValuesQuery = t.TypeOf<typeof ValuesQuery>;

export interface ValuesResponse {
  values: Array<{ value: string; count: number }>;
}

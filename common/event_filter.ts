import * as t from 'io-ts';
import { text } from './codec';
import { object } from './object_codec';
import { isSignal, signalQuery } from './signal';

/** The field of a filter whose value is the id of a signal. */
export const SIGNAL_FIELD = 'signal';

/** Events whose `field` has the value, or with `negate` those whose field has not. */
export const EventFilter = object({ field: text(500), value: text(2_000) }, { negate: t.boolean });
export type EventFilter = t.TypeOf<typeof EventFilter>;

/**
 * Filters as Lucene: events have to match each query of `all`, and none of `none`. Values wanted of the same field are alternatives. A signal
 * that there is not matches nothing.
 */
export function filterQueries(filters: readonly EventFilter[]): { all: string[]; none: string[] } {
  const wanted = new Map<string, string[]>();
  const none: string[] = [];
  for (const { field, value, negate } of filters) {
    const query = queryOf(field, value);
    if (negate) none.push(query);
    else wanted.set(field, [...(wanted.get(field) ?? []), query]);
  }
  return { all: [...wanted.values()].map((queries) => queries.join(' OR ')), none };
}

function queryOf(field: string, value: string): string {
  if (field !== SIGNAL_FIELD) return valueQuery(field, value);
  return isSignal(value) ? `(${signalQuery(value)})` : '(*:* NOT *:*)';
}

/** Lucene for events whose `field` has exactly this value; for addresses it may be a CIDR block. */
export function valueQuery(field: string, value: string): string {
  return `${field}:"${value.replace(/["\\]/g, '\\$&')}"`;
}

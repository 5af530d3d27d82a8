import type { ObjectsQuery, SourceObject } from '../../../common/source_detail';
import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { LedgerEntry } from '../../core/ingest/ledger';
import { cursorOf, sortValuesOf } from '../../core/source_detail/cursor';
import type { ObjectSearch } from '../../core/source_detail/ports';
import { abortable } from './abortable';
import { fromClientError } from './errors';
import { STATE_INDEX } from './state_store';

const ROWS = 50;

interface Answer {
  hits: {
    total: { value: number };
    hits: Array<{ _id: string; _source: LedgerEntry; sort: Array<string | number> }>;
  };
}

/** `ObjectSearch` over the ledger entries in `.siem-state`, as deep as one likes. */
export function createLedgerSearch(client: OpenSearchClient): ObjectSearch {
  return {
    async find(sourceId, query, signal) {
      const size = query.size ?? ROWS;
      const body = {
        size,
        track_total_hits: true,
        query: { bool: { filter: clausesOf(sourceId, query) } },
        sort: sortOf(query),
        ...(query.after && { search_after: sortValuesOf(query.after) }),
      };
      try {
        const call = client.search<Answer>({ index: STATE_INDEX, body });
        const { hits, total } = (await abortable(call, signal)).body.hits;
        const last = hits[hits.length - 1];
        return {
          items: hits.map(({ _id, _source }) => objectOf(_id, _source)),
          total: total.value,
          ...(last && hits.length === size && { next: cursorOf(last.sort) }),
        };
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },
  };
}

function clausesOf(sourceId: string, { search, status }: ObjectsQuery): object[] {
  return [
    { term: { kind: 'ledger' } },
    { term: { source_id: sourceId } },
    ...(status ? [{ term: { status } }] : []),
    ...(search ? [{ wildcard: { key: { value: patternOf(search), case_insensitive: true } } }] : []),
  ];
}

/** A text with `*` is a pattern of whole keys, any other one a part of a key. */
function patternOf(search: string): string {
  const escaped = search.replace(/[\\?]/g, '\\$&');
  return escaped.includes('*') ? escaped : `*${escaped}*`;
}

/** The key makes each order a total one, as far as no object was replaced within a millisecond. */
function sortOf({ sort = 'at', order = 'desc' }: ObjectsQuery): object[] {
  const key = { key: { order: sort === 'key' ? order : 'asc' } };
  const at = { at: { order: sort === 'at' ? order : 'desc' } };
  if (sort === 'key') return [key, at];
  if (sort === 'at') return [at, key];
  // Entries without the number sort as 0: OpenSearch's own stand-in for none is no number in JSON.
  return [{ [sort]: { order, missing: 0, unmapped_type: 'long' } }, key, at];
}

function objectOf(id: string, entry: LedgerEntry): SourceObject {
  const { key, etag, status, size, events, duplicates, rejects, skips, bytes } = entry;
  const { took, attempts, error, due_at: due } = entry;
  return {
    id,
    key,
    etag,
    status,
    at: new Date(entry.at).toISOString(),
    modified: new Date(entry.modified).toISOString(),
    size,
    events,
    duplicates,
    rejects,
    skips,
    bytes,
    ...(took !== undefined && { took }),
    ...(attempts !== undefined && { attempts }),
    ...(error && { error }),
    ...(due !== undefined && { dueAt: new Date(due).toISOString() }),
  };
}

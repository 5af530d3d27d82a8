import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { StateOperation, StateQuery, StateStore, StateVersion, Stored } from '../../core/ports';
import { type ErrorCause, fromClientError, fromErrorCause, siemErrorOf } from './errors';

export const STATE_INDEX = '.siem-state';

const MAPPINGS = {
  dynamic: false,
  properties: {
    kind: { type: 'keyword' },
    source_id: { type: 'keyword' },
    rule_id: { type: 'keyword' },
    channel_id: { type: 'keyword' },
    status: { type: 'keyword' },
    key: { type: 'keyword', ignore_above: 1_024 },
    seq: { type: 'long' },
    at: { type: 'date', format: 'epoch_millis' },
    due_at: { type: 'date', format: 'epoch_millis' },
    // Of ledger entries, which people sort.
    events: { type: 'long', index: false },
    rejects: { type: 'long', index: false },
    bytes: { type: 'long', index: false },
    took: { type: 'long', index: false },
  },
} as const;

interface RawVersion {
  _seq_no: number;
  _primary_term: number;
}

interface RawDocument extends RawVersion {
  _id: string;
  found?: boolean;
  error?: ErrorCause;
  _source: unknown;
}

interface RawOutcome extends RawVersion {
  status: number;
  error?: { type: string; reason: string };
}

/** Makes the hidden index of leases, cursors, ledger, feed and outbox, unless it is there. */
export async function ensureStateIndex(client: OpenSearchClient): Promise<void> {
  try {
    // Asked first, since OSD logs every refusal as an error of its own.
    const { body: there } = await client.indices.exists({ index: STATE_INDEX });
    if (there) {
      // Fields that came with a newer version.
      await client.indices.put_mapping({ index: STATE_INDEX, body: MAPPINGS });
      return;
    }
    await client.indices.create({
      index: STATE_INDEX,
      body: {
        settings: { hidden: true, number_of_shards: 1, auto_expand_replicas: '0-1', refresh_interval: '1s' },
        mappings: MAPPINGS,
      },
    });
  } catch (thrown) {
    const type = (thrown as { body?: { error?: { type?: string } } }).body?.error?.type;
    if (type !== 'resource_already_exists_exception') throw fromClientError(thrown);
  }
}

/** The `StateStore` in `.siem-state`; conflicts are outcomes, everything else unexpected is a SiemError. */
export function createStateStore(client: OpenSearchClient): StateStore {
  const index = STATE_INDEX;

  return {
    async get<T>(id: string) {
      const [stored] = await this.getMany<T>([id]);
      return stored;
    },

    async getMany<T>(ids: string[]) {
      if (ids.length === 0) return [];
      const { body } = await guarded(client.mget<{ docs: RawDocument[] }>({ index, body: { ids } }));
      return body.docs.map((raw) => {
        // Of a shard that is not up, as after a restart, the answer is a 200: to take that for "not there" would count and number anew.
        if (raw.error && raw.error.type !== 'index_not_found_exception') throw fromErrorCause(503, raw.error);
        return raw.found ? storedOf<T>(raw) : undefined;
      });
    },

    create: (id, doc) =>
      orConflict(client.index({ index, id, op_type: 'create', body: doc as Record<string, unknown> })),

    replace: (id, doc, version) =>
      orConflict(
        client.index({
          index,
          id,
          if_seq_no: version.seqNo,
          if_primary_term: version.primaryTerm,
          body: doc as Record<string, unknown>,
        }),
      ),

    async put(id, doc) {
      const { body } = await guarded(client.index({ index, id, body: doc as Record<string, unknown> }));
      return versionOf(body as unknown as RawVersion);
    },

    async remove(id, version) {
      const guard = version ? { if_seq_no: version.seqNo, if_primary_term: version.primaryTerm } : {};
      try {
        await client.delete({ index, id, ...guard });
        return 'removed';
      } catch (thrown) {
        const status = (thrown as { statusCode?: number }).statusCode;
        if (status === 404) return 'missing';
        if (status === 409) return 'conflict';
        throw fromClientError(thrown);
      }
    },

    async bulk(operations) {
      if (operations.length === 0) return [];
      const body = operations.flatMap(linesOf);
      const answer = await guarded(
        client.bulk<{
          items: Array<Record<string, RawOutcome>>;
        }>({
          index,
          body,
        }),
      );
      return answer.body.items.map((item) => {
        const outcome = Object.values(item)[0] as RawOutcome;
        const { status, error } = outcome;
        if (status === 409) return 'conflict';
        if (error) throw siemErrorOf(status, error.type, error.reason);
        return versionOf(outcome);
      });
    },

    async find<T>(query: StateQuery) {
      const { body } = await guarded(
        client.search<{ hits: { hits: RawDocument[] } }>({
          index,
          body: {
            size: query.limit,
            seq_no_primary_term: true,
            query: clauseOf(query),
            ...(query.sort && { sort: [{ [query.sort.field]: { order: query.sort.order } }] }),
          },
        }),
      );
      return body.hits.hits.map((raw) => storedOf<T>(raw));
    },

    async count(query) {
      const { body } = await guarded(
        client.count<{ count: number }>({ index, body: { query: clauseOf(query) } }),
      );
      return body.count;
    },

    async removeWhere(query) {
      const { body } = await guarded(
        client.delete_by_query<{ deleted: number }>({
          index,
          conflicts: 'proceed',
          refresh: true,
          body: { query: clauseOf(query) },
        }),
      );
      return body.deleted;
    },

    async refresh() {
      await guarded(client.indices.refresh({ index }));
    },
  };
}

async function guarded<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw fromClientError(error);
  }
}

async function orConflict(call: Promise<{ body: unknown }>): Promise<StateVersion | 'conflict'> {
  try {
    return versionOf((await call).body as RawVersion);
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 409) return 'conflict';
    throw fromClientError(error);
  }
}

function versionOf(raw: RawVersion): StateVersion {
  return { seqNo: raw._seq_no, primaryTerm: raw._primary_term };
}

function storedOf<T>(raw: RawDocument): Stored<T> {
  return { id: raw._id, doc: raw._source as T, version: versionOf(raw) };
}

function linesOf(operation: StateOperation<object>): object[] {
  const { op, id } = operation;
  switch (op) {
    case 'create':
      return [{ create: { _id: id } }, operation.doc];
    case 'put':
      return [{ index: { _id: id } }, operation.doc];
    case 'replace':
      return [
        {
          index: {
            _id: id,
            if_seq_no: operation.version.seqNo,
            if_primary_term: operation.version.primaryTerm,
          },
        },
        operation.doc,
      ];
    case 'remove':
      return [{ delete: { _id: id } }];
  }
}

function clauseOf(query: Omit<StateQuery, 'limit'>): object {
  const filter: object[] = [{ term: { kind: query.kind } }];
  for (const [field, value] of Object.entries(query.equals ?? {})) filter.push({ term: { [field]: value } });
  if (query.seqAfter !== undefined) filter.push({ range: { seq: { gt: query.seqAfter } } });
  if (query.dueBefore !== undefined) filter.push({ range: { due_at: { lte: query.dueBefore } } });
  if (query.atBefore !== undefined) filter.push({ range: { at: { lte: query.atBefore } } });
  return { bool: { filter } };
}

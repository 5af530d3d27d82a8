import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import { LOGS_PATTERN, REJECTS_PATTERN } from '../../../common/plugin';
import { SiemError } from '../../core/errors';
import type { IndexedObjects, RejectFilter } from '../../core/ingest/backfill/ports';
import type { OlderDocuments } from '../../core/ingest/older_documents';
import type { Search } from '../../core/ports';
import { fromClientError } from './errors';

const KEYS = 500;

/** `IndexedObjects` by searches and deletions by query, as the internal user. */
export function createIndexedObjects(client: OpenSearchClient, search: Search): IndexedObjects {
  const indices = {
    index: [LOGS_PATTERN, REJECTS_PATTERN],
    ignore_unavailable: true,
    allow_no_indices: true,
  };

  return {
    async rejected(filter, after) {
      const answer = await search.search({
        index: REJECTS_PATTERN,
        body: {
          size: 0,
          query: { bool: { filter: clausesOf(filter) } },
          aggs: {
            objects: {
              composite: {
                size: KEYS,
                sources: [{ path: { terms: { field: 'log.file.path' } } }],
                ...(after !== undefined && { after: { path: pathOf(filter.bucket, after) } }),
              },
            },
          },
        },
      });
      const { buckets = [], after_key } = (answer.aggregations?.['objects'] ?? {}) as {
        buckets?: Array<{ key: { path: string } }>;
        after_key?: { path: string };
      };
      const start = pathOf(filter.bucket, '').length;
      return {
        keys: buckets.map(({ key }) => key.path.slice(start)),
        ...(after_key && { after: after_key.path.slice(start) }),
      };
    },

    async removeOlder(older) {
      try {
        // What was just written has to be seen, or the documents it replaced would be found in its place.
        await client.indices.refresh(indices);
        await client.delete_by_query({
          ...indices,
          refresh: true,
          body: { query: { bool: { should: older.map(clauseOf), minimum_should_match: 1 } } },
        });
      } catch (thrown) {
        throw conflictOf(thrown) ?? fromClientError(thrown);
      }
    },
  };
}

function pathOf(bucket: string, key: string): string {
  return `s3://${bucket}/${key}`;
}

function clausesOf({ sourceId, bucket, reason, key }: RejectFilter): object[] {
  return [
    { term: { 'siem.source.id': sourceId } },
    key === undefined
      ? { prefix: { 'log.file.path': pathOf(bucket, '') } }
      : { term: { 'log.file.path': pathOf(bucket, key) } },
    ...(reason === undefined ? [] : [{ term: { 'error.message.keyword': reason } }]),
  ];
}

function clauseOf({ sourceId, path, from, to }: OlderDocuments): object {
  return {
    bool: {
      filter: [
        { term: { 'siem.source.id': sourceId } },
        { term: { 'log.file.path': path } },
        { range: { 'event.ingested': { gte: from, lt: to } } },
      ],
    },
  };
}

/** A document was changed meanwhile; the next attempt finds it as it is then. */
function conflictOf(thrown: unknown): SiemError | undefined {
  if ((thrown as { statusCode?: number }).statusCode !== 409) return undefined;
  return new SiemError('opensearch_unavailable', 'Events were changed while older ones were removed.', {
    cause: thrown,
  });
}

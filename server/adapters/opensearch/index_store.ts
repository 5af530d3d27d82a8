import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { IndexStore } from '../../core/retention/delete_expired';
import { abortable } from './abortable';
import { fromClientError } from './errors';

interface IndexRow {
  index: string;
  /** Null while an index is being made. */
  'docs.count': string | null;
  'store.size': string | null;
}

/** Our indices with their sizes, copies included. */
export function createIndexStore(client: Pick<OpenSearchClient, 'transport'>): IndexStore {
  return {
    async list(signal) {
      try {
        const call = client.transport.request({
          method: 'GET',
          path: '/_cat/indices/siem-*',
          querystring: { format: 'json', bytes: 'b', h: 'index,docs.count,store.size' },
        });
        const { body } = await abortable(call, signal);
        return (body as IndexRow[]).map(({ index, 'docs.count': docs, 'store.size': bytes }) => ({
          name: index,
          docs: Number(docs ?? 0),
          bytes: Number(bytes ?? 0),
        }));
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },

    async remove(name) {
      try {
        await client.transport.request(
          { method: 'DELETE', path: `/${encodeURIComponent(name)}` },
          { ignore: [404] },
        );
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },
  };
}

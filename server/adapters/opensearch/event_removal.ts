import { LOGS_PATTERN, REJECTS_PATTERN } from '../../../common/plugin';
import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import type { EventRemoval } from '../../core/source_detail/ports';
import { abortable } from './abortable';
import { fromClientError } from './errors';

const INDICES = {
  index: `${LOGS_PATTERN},${REJECTS_PATTERN}`,
  ignore_unavailable: true,
  allow_no_indices: true,
};

/** `EventRemoval` by the field that names a document's source. */
export function createEventRemoval(client: OpenSearchClient): EventRemoval {
  const ofSource = (id: string) => ({ query: { term: { 'siem.source.id': id } } });
  return {
    async count(id) {
      try {
        return (await client.count<{ count: number }>({ ...INDICES, body: ofSource(id) })).body.count;
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },

    async remove(id, most, signal) {
      try {
        const call = client.delete_by_query<{ deleted: number }>({
          ...INDICES,
          max_docs: most,
          scroll_size: Math.min(most, 5_000),
          conflicts: 'proceed',
          // The next step must not find again what this one removed.
          refresh: true,
          body: ofSource(id),
        });
        return (await abortable(call, signal)).body.deleted;
      } catch (thrown) {
        throw fromClientError(thrown);
      }
    },
  };
}

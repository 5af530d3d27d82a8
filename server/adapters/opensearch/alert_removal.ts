import { ALERTS_PATTERN } from '../../../common/plugin';
import type { OpenSearchClient } from '../../../types/opensearch_dashboards_server';
import { fromClientError } from './errors';

const INDICES = { index: ALERTS_PATTERN, ignore_unavailable: true, allow_no_indices: true };

/** Deletes the alerts of rules whose ids match a pattern with `*`. */
export function createAlertRemoval(client: OpenSearchClient): (ruleIds: string) => Promise<void> {
  return async (ruleIds) => {
    try {
      await client.indices.refresh(INDICES);
      await client.delete_by_query({
        ...INDICES,
        conflicts: 'proceed',
        refresh: true,
        body: { query: { wildcard: { 'rule.id': ruleIds } } },
      });
    } catch (thrown) {
      throw fromClientError(thrown);
    }
  };
}

import { createAlertRemoval } from '../adapters/opensearch/alert_removal';
import { createBulkIndex } from '../adapters/opensearch/bulk_index';
import { createIndexStore } from '../adapters/opensearch/index_store';
import { logTypes } from '../core/ingest/log_types';
import { createSampleData, type SampleDataParts } from '../core/sample_data/sample_data';
import type { Foundation } from './foundation';

/** Sample data for a first look. */
export function composeSampleData(
  { client, state, search, clock }: Foundation,
  parts: Pick<SampleDataParts, 'rules' | 'enrichment' | 'keeping' | 'obstacle'>,
) {
  return createSampleData({
    ...parts,
    state,
    search,
    clock,
    logTypes,
    eventIndex: createBulkIndex(client),
    indices: createIndexStore(client),
    removeAlerts: createAlertRemoval(client),
  });
}

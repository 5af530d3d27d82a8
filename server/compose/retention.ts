import { DAY } from '../../common/retention';
import { createCluster } from '../adapters/opensearch/cluster';
import { createIndexStore } from '../adapters/opensearch/index_store';
import { installTemplates } from '../adapters/opensearch/templates';
import { alertMappingProperties } from '../core/detect/alert_mapping';
import { logTypes } from '../core/ingest/log_types';
import { createDataSettings } from '../core/retention/data_settings';
import { deleteExpired } from '../core/retention/delete_expired';
import type { DataParts } from '../core/retention/read_data';
import type { Foundation } from './foundation';

/** How long data is kept, in what indices, and by what templates. */
export function composeRetention(
  { client, clock, logger, state }: Foundation,
  { sources }: Pick<DataParts, 'sources'>,
) {
  const settings = createDataSettings(state, clock);
  const indices = createIndexStore(client);
  const cluster = createCluster(client);

  async function install(): Promise<void> {
    const { bestCompression } = await settings.read();
    await installTemplates(client, {
      logTypes: logTypes.all,
      alertProperties: alertMappingProperties,
      bestCompression,
    });
  }

  const data: DataParts = {
    settings,
    indices,
    state,
    sources,
    async shards(signal) {
      const { shards, dataNodes = 1 } = await cluster.look(signal ?? new AbortController().signal);
      // One shard and, where there is a second node for it, one copy.
      return shards && { ...shards, perIndex: dataNodes > 1 ? 2 : 1 };
    },
    onSaved: install,
  };
  return {
    data,
    installTemplates: install,
    keeping: (type: string, namespace: string) => settings.keeping(type, namespace),
    job: {
      id: 'retention:delete',
      every: DAY,
      run: ({ signal }: { signal: AbortSignal }) =>
        deleteExpired({ settings, indices, state, clock, logger }, signal),
    },
  };
}

import { type DataResponse, describeIndex } from '../../../common/retention';
import type { StateStore } from '../ports';
import type { DataSettingsStore } from './data_settings';
import { type IndexStore, lastRetentionRun } from './delete_expired';

export interface DataParts {
  settings: DataSettingsStore;
  indices: IndexStore;
  state: StateStore;
  sources(): Promise<Array<{ logType: string; namespace?: string }>>;
  shards(signal?: AbortSignal): Promise<DataResponse['shards']>;
  /** Called with settings that were saved, to bring what depends on them up to date. */
  onSaved(): Promise<void>;
}

/** What is stored, how it is kept, and what the next deletion will find. */
export async function readData(parts: DataParts, signal: AbortSignal): Promise<DataResponse> {
  const [settings, indices, shards, sources, run] = await Promise.all([
    parts.settings.read(),
    parts.indices.list(signal),
    parts.shards(signal),
    parts.sources(),
    lastRetentionRun(parts.state),
  ]);
  const logs = new Map<string, { type: string; namespace: string }>();
  const note = (type: string, namespace: string) => logs.set(`${type}-${namespace}`, { type, namespace });
  for (const { logType, namespace = 'default' } of sources) note(logType, namespace);
  for (const { type, namespace } of settings.logs) note(type, namespace);
  for (const { name } of indices) {
    const index = describeIndex(name);
    if (index?.kind === 'logs') note(index.type, index.namespace);
  }
  return {
    settings,
    indices: indices.filter(({ name }) => describeIndex(name)),
    logs: [...logs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, data]) => data),
    shards,
    ...(run && {
      lastRun: { at: new Date(run.at).toISOString(), deleted: run.deleted, error: run.error },
    }),
  };
}

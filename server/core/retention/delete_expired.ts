import { expiredIndices, type IndexSize } from '../../../common/retention';
import { asSiemError } from '../errors';
import type { Clock, Logger, StateFields, StateStore } from '../ports';
import type { DataSettingsStore } from './data_settings';

export interface IndexStore {
  /** All our indices. */
  list(signal?: AbortSignal): Promise<IndexSize[]>;
  /** Deletes a whole index; one that is gone is fine. */
  remove(name: string): Promise<void>;
}

/** What the last run did. */
export interface RetentionRun {
  /** Epoch milliseconds. */
  at: number;
  deleted: IndexSize[];
  /** Why it ended early; the next run goes on. */
  error?: string;
}

type RunDoc = StateFields & RetentionRun & { kind: 'retention_run' };

const ID = 'retention_run';

interface Parts {
  settings: Pick<DataSettingsStore, 'read'>;
  indices: IndexStore;
  state: StateStore;
  clock: Clock;
  logger: Logger;
}

/** Deletes whole indices that hold only what is older than its retention. To be run once a day, under a lease. */
export async function deleteExpired(parts: Parts, signal: AbortSignal): Promise<void> {
  const { settings, indices, state, clock, logger } = parts;
  const at = clock.now();
  const deleted: IndexSize[] = [];
  let error: string | undefined;
  try {
    for (const index of expiredIndices(await indices.list(signal), await settings.read(), at)) {
      if (signal.aborted) break;
      await indices.remove(index.name);
      deleted.push(index);
      logger.info(`Deleted the index ${index.name} (${index.docs} documents): older than its retention.`);
    }
  } catch (thrown) {
    error = asSiemError(thrown).message;
    logger.warn(`Indices older than their retention could not be deleted: ${error}`);
  }
  await state.put<RunDoc>(ID, { kind: 'retention_run', at, deleted, ...(error && { error }) });
}

export async function lastRetentionRun(state: StateStore): Promise<RetentionRun | undefined> {
  const { at, deleted, error } = (await state.get<RunDoc>(ID))?.doc ?? {};
  return at === undefined || !deleted ? undefined : { at, deleted, error };
}

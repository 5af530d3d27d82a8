import { randomBytes } from 'crypto';
import type { CoreStart, Logger as HostLogger } from '../../types/opensearch_dashboards_server';
import { createSearch } from '../adapters/opensearch/search';
import { createStateStore } from '../adapters/opensearch/state_store';
import { createGuard } from '../adapters/outbound';
import { createManagedObjects } from '../adapters/saved_objects/managed_objects';
import type { SiemConfig } from '../config';
import { createFeed } from '../core/feed/feed';
import type { ManagedObjects } from '../core/manage/managed_objects';
import type { NewId } from '../core/ports';
import { createSecretBox } from '../core/secrets/secret_box';
import { loggerOf, systemClock } from '../host';
import { HIDDEN_TYPES } from '../saved_objects';

export interface HostParts {
  core: CoreStart;
  config: SiemConfig;
  version: string;
  log: HostLogger;
}

export type Foundation = ReturnType<typeof layFoundation>;

const newId: NewId = () => randomBytes(12).toString('hex');

/** What all areas of the server are built on. */
export function layFoundation({ core, config, log }: HostParts) {
  const clock = systemClock;
  const own = config.opensearch && core.opensearch.createClient('awsSiem', config.opensearch);
  const client = (own ?? core.opensearch.client).asInternalUser;
  const repository = core.savedObjects.createInternalRepository(HIDDEN_TYPES.map(({ name }) => name));
  const state = createStateStore(client);
  return {
    config,
    clock,
    newId,
    logger: loggerOf(log),
    /** Closes what OSD does not close by itself. */
    close: async () => own?.close(),
    client,
    state,
    search: createSearch(client),
    guard: createGuard(config.outbound),
    feed: createFeed(state, clock),
    box: createSecretBox(config.encryptionKeys),
    managed: <A extends object>(type: string, noun: string): ManagedObjects<A> =>
      createManagedObjects<A>({ type, noun, repository, state, clock }),
  };
}

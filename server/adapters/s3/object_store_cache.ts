import type { ObjectStore } from '../../core/ports';
import type { OutboundAgents } from '../aws/request_handler';
import { createObjectStore } from './object_store';
import type { StoreSettings } from './store_settings';

/** Sources seldom number more; a store that falls out is made again. */
const MAX_STORES = 50;

/** Opens stores and keeps them, so that connections and assumed roles serve many objects. Changed settings make a new store. */
export function createObjectStoreCache(agents: OutboundAgents): (settings: StoreSettings) => ObjectStore {
  const stores = new Map<string, ObjectStore>();
  return ({ bucket, region, endpoint, credentials }) => {
    const settings = { bucket, region, endpoint, credentials };
    const key = JSON.stringify(settings);
    let store = stores.get(key);
    if (!store) {
      store = createObjectStore(settings, agents);
      stores.set(key, store);
      const oldest = stores.keys().next().value;
      if (stores.size > MAX_STORES && oldest !== undefined) stores.delete(oldest);
    }
    return store;
  };
}

import { createStateStore } from './state_store';

/** A store whose client answers a look-up as told. */
function storeWith(...docs: object[]) {
  const client = { mget: async () => ({ body: { docs } }) };
  return createStateStore(client as unknown as Parameters<typeof createStateStore>[0]);
}

const missing = { _id: 'a', found: false };
const failed = (type: string) => ({ _id: 'b', error: { type, reason: 'of the shard' } });

describe('looking documents up', () => {
  it('fails where a shard gave no answer: what cannot be seen is not missing', async () => {
    const store = storeWith(missing, failed('no_shard_available_action_exception'));
    await expect(store.getMany(['a', 'b'])).rejects.toMatchObject({
      code: 'opensearch_unavailable',
      retryable: true,
    });
  });

  it('finds nothing where the index itself is gone', async () => {
    expect(await storeWith(failed('index_not_found_exception')).get('b')).toBeUndefined();
  });
});

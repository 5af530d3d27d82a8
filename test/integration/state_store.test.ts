import { Client } from '@opensearch-project/opensearch';
import { createStateStore, ensureStateIndex } from '../../server/adapters/opensearch/state_store';
import { describeStateStore } from '../ports/state_store_contract';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });

describeStateStore('OpenSearch', async () => {
  await ensureStateIndex(client);
  await ensureStateIndex(client);
  return createStateStore(client);
});

afterAll(() => client.close());

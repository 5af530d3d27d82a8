import { setTimeout as sleep } from 'timers/promises';
import type { Logger, OpenSearchClient } from '../../../types/opensearch_dashboards_server';

const RETRY_MS = 2_500;

/** Resolves when OpenSearch answers. Like OSD, which does not start before, it never gives up. */
export async function waitForOpenSearch(client: OpenSearchClient, log: Logger): Promise<void> {
  for (let told = false; ;) {
    try {
      await client.info();
      return;
    } catch (error) {
      if (!told) log.error(`Unable to retrieve version information from OpenSearch nodes. ${error as Error}`);
      told = true;
      await sleep(RETRY_MS);
    }
  }
}

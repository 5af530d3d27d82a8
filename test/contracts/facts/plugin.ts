import { PATHS, type StatusResponse } from '../../../common/api';
import { waitFor } from '../../../dev/embedded/wait';
import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { send } from '../probe_client';

/** What only the built plugin itself can show, in the host as users install it. */
export function pluginFacts(start: () => Promise<HostUnderTest>): void {
  factTest('plugin.worker_thread', async () => {
    const host = await start();
    try {
      const running = async () => {
        const { status, json } = await send(host, 'GET', PATHS.status);
        if (status !== 200) throw new Error(`${PATHS.status} answered ${status}: ${JSON.stringify(json)}`);
        return (json as StatusResponse).ingest.worker === 'running' ? true : undefined;
      };
      // A thread that cannot load its bundle is found out only after it was started.
      await waitFor('A running ingest worker', running, 30_000);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect(await running()).toBe(true);
      expect(host.log()).not.toContain('ingest worker thread failed');
    } finally {
      await host.stop();
    }
  });
}

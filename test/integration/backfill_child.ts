import type { ReadableSource } from '../../server/core/manage/sources';
import { openBackfills } from './backfill_setup';
import { startEngine } from './ingest_setup';

/** Goes on with the backfills of a source: a process to be killed in the middle of it. */
async function main(): Promise<void> {
  const source = JSON.parse(process.env['ORDER'] ?? '') as ReadableSource;
  const running = await startEngine({ opensearchUrl: process.env['OPENSEARCH_URL'] ?? '', threads: 1 });
  process.stdout.write('running\n');
  await openBackfills(running, { source }).run();
  await running.stop();
}

void main();

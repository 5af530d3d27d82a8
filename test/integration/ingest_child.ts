import type { ReadableSource } from '../../server/core/manage/sources';
import { startEngine } from './ingest_setup';

/** Polls one source once: a process to be killed in the middle of it. */
async function main(): Promise<void> {
  const source = JSON.parse(process.env['ORDER'] ?? '') as ReadableSource;
  const { engine, stop } = await startEngine({ opensearchUrl: process.env['OPENSEARCH_URL'] ?? '' });
  process.stdout.write('polling\n');
  await engine.pollSource(source, new AbortController().signal);
  await stop();
}

void main();

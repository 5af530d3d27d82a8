import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { source } from '../../../test/fakes/ingest_engine';
import type { ObjectJob } from '../../core/ingest/object_job';
import { createWorkerPool } from './worker_pool';

it('a thread that is stuck in an object is ended, and the object told of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'siem-stuck-'));
  const file = join(dir, 'stuck.js');
  writeFileSync(
    file,
    `require('worker_threads').parentPort.on('message', ({ kind }) => { while (kind === 'read'); });`,
  );
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const pool = createWorkerPool({ file, size: 1, watchEvery: 20, outbound: { allow: [] }, logger });
  pool.start();
  try {
    const job = { source, object: { key: 'a' } } as ObjectJob;
    const reading = pool.read(job, async () => undefined, new AbortController().signal);
    await expect(reading).rejects.toMatchObject({
      code: 'worker_failed',
      message: expect.stringContaining('it was stuck'),
    });
  } finally {
    await pool.stop();
    rmSync(dir, { recursive: true });
  }
});

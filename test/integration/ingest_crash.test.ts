import { once } from 'events';
import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { gzipSync } from 'zlib';
import { killChildren, startChild } from './child_process';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  type RunningEngine,
  startEngine,
  WORKER_FILE,
} from './ingest_setup';

const OPENSEARCH = process.env['OPENSEARCH_URL'] ?? '';
const S3 = process.env['S3_ENDPOINT'] ?? '';
const ROUNDS = process.env['SIEM_SOAK'] ? 10 : 2;
const OBJECTS = 40;
const EVENTS = 1_000;
const KILLS = 2;
const never = new AbortController().signal;

jest.setTimeout(600_000);

let running: RunningEngine;

beforeAll(async () => {
  await buildWorker();
  running = await startEngine({ opensearchUrl: OPENSEARCH });
});

afterAll(async () => {
  killChildren();
  await running.stop();
});

describe('a process killed while it ingests', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'leaves nothing lost or counted twice, round %i',
    async () => {
      const { engine, client } = running;
      const source = newSource(S3);
      const objects: Record<string, Buffer> = {};
      for (let file = 0; file < OBJECTS; file++) {
        objects[`${file}.gz`] = gzipSync(`${flowLines(EVENTS, file)}nonsense ${file}\n`);
      }
      await putObjects(S3, source.bucket, objects);
      for (let kill = 1; kill <= KILLS; kill++) {
        const child = await startChild('ingest_child.ts', source);
        // Somewhere in the middle: when a random share is indexed, or recorded.
        const wanted = (OBJECTS * EVENTS * (kill - Math.random())) / (KILLS + 1);
        const progress = async () =>
          kill % 2 === 0
            ? (await engine.status(source.id)).objects * EVENTS
            : (await indexed(client, source)).events;
        while (child.exitCode === null && (await progress()) < wanted) await sleep(10);
        expect(child.exitCode).toBeNull();
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      running.advance(3_600_000);
      await engine.pollSource(source, never);
      expect(await indexed(client, source)).toEqual({ events: OBJECTS * EVENTS, rejects: OBJECTS });
      expect(await engine.status(source.id)).toMatchObject({
        state: 'ok',
        objects: OBJECTS,
        events: OBJECTS * EVENTS,
        rejects: OBJECTS,
      });
    },
  );
});

describe('a worker thread that ends', () => {
  it('fails its object, is started again, and the next attempt reads the object', async () => {
    // The real worker, but it ends in the middle of its first object.
    const marker = join(dirname(WORKER_FILE), `crash-${process.pid}-${Date.now()}`);
    const file = join(dirname(WORKER_FILE), `crashing_worker-${process.pid}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `const fs = require('fs');
       const { parentPort } = require('worker_threads');
       parentPort.on('message', ({ kind }) => {
         if (kind !== 'read' || fs.existsSync(${JSON.stringify(marker)})) return;
         fs.writeFileSync(${JSON.stringify(marker)}, '');
         throw new Error('out of luck');
       });
       require(${JSON.stringify(WORKER_FILE)});`,
    );
    const other = await startEngine({ opensearchUrl: OPENSEARCH, workerFile: file, threads: 1 });
    try {
      const source = newSource(S3);
      await putObjects(S3, source.bucket, { a: flowLines(100) });
      await other.engine.pollSource(source, never);
      expect(await other.engine.status(source.id)).toMatchObject({
        state: 'failing',
        lastError: { code: 'worker_failed', message: expect.stringContaining('out of luck') },
      });
      other.advance(3_600_000);
      await other.engine.pollSource(source, never);
      expect(await other.engine.status(source.id)).toMatchObject({ state: 'ok', events: 100 });
      expect(other.pool.state()).toBe('running');
      expect(await indexed(other.client, source)).toEqual({ events: 100, rejects: 0 });
    } finally {
      await other.stop();
      for (const made of [marker, file]) rmSync(made, { force: true });
    }
  });
});

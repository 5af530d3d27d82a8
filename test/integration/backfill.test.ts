import { once } from 'events';
import { setTimeout as sleep } from 'timers/promises';
import { gzipSync } from 'zlib';
import type { BackfillView } from '../../common/backfill';
import type { ReadableSource } from '../../server/core/manage/sources';
import { actor, openBackfills } from './backfill_setup';
import { killChildren, startChild } from './child_process';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  rejectReasons,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const OPENSEARCH = process.env['OPENSEARCH_URL'] ?? '';
const S3 = process.env['S3_ENDPOINT'] ?? '';
const ROUNDS = process.env['SIEM_SOAK'] ? 10 : 1;
const OBJECTS = 24;
const EVENTS = 400;
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

/** Kills a process that backfills once it has come so far. */
async function killAt(source: ReadableSource, hasComeSoFar: () => Promise<boolean>): Promise<void> {
  const child = await startChild('backfill_child.ts', source);
  while (child.exitCode === null && !(await hasComeSoFar())) await sleep(10);
  expect(child.exitCode).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function putFiles(source: ReadableSource): Promise<void> {
  const objects: Record<string, Buffer> = {};
  for (let file = 0; file < OBJECTS; file++) {
    objects[`${file}.gz`] = gzipSync(`${flowLines(EVENTS, file)}nonsense ${file}\n`);
  }
  await putObjects(S3, source.bucket, objects);
}

describe('a backfill whose process is killed', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'goes on where it was, with exact counts, first and again, round %i',
    async () => {
      const { engine, client } = running;
      const source = newSource(S3, { startFrom: '2099-01-01T00:00:00.000Z' });
      await putFiles(source);
      const { service, run } = openBackfills(running, { source });
      await engine.pollSource(source, never);
      expect(await engine.status(source.id)).toMatchObject({ objects: 0 });

      const share = () => OBJECTS * (0.2 + Math.random() / 2);
      const firstShare = share();
      const first = await service.create({ sourceId: source.id }, actor);
      await killAt(source, async () => (await engine.status(source.id)).objects > firstShare);
      await run();
      const all = { objects: OBJECTS, events: OBJECTS * EVENTS, rejects: OBJECTS };
      expect(await service.get(first.id)).toMatchObject({
        state: 'completed',
        total: { objects: OBJECTS },
        progress: { ...all, known: 0, failed: 0, before: { events: 0, rejects: 0 } },
      });
      expect(await engine.status(source.id)).toMatchObject(all);
      expect(await indexed(client, source)).toEqual({ events: all.events, rejects: all.rejects });

      // The events of three objects are excluded now, and vanish.
      const condition = 'source.ip:"10.0.1.0/24" OR source.ip:"10.0.2.0/23"';
      const changed = { ...source, exclusions: [{ name: 'three', condition }] };
      const again = openBackfills(running, { source: changed });
      const left = { events: (OBJECTS - 3) * EVENTS, rejects: OBJECTS };
      const secondShare = share();
      const second = await again.service.create({ sourceId: source.id, again: true }, actor);
      await killAt(
        changed,
        async () => (await progressOf(again.service.get(second.id))).objects > secondShare / 4,
      );
      await again.run();
      expect(await again.service.get(second.id)).toMatchObject({
        state: 'completed',
        progress: {
          objects: OBJECTS,
          ...left,
          known: 0,
          failed: 0,
          before: { events: all.events, rejects: all.rejects },
        },
      });
      expect(await engine.status(source.id)).toMatchObject({ objects: OBJECTS, ...left });
      expect(await indexed(client, source)).toEqual(left);
    },
  );
});

async function progressOf(view: Promise<BackfillView>) {
  return (await view).progress;
}

describe('rejects', () => {
  it('become events after what stood in the way was mended; the others stay', async () => {
    const { engine, client } = running;
    const state = { source: newSource(S3, { logType: 's3access' }) };
    const { service, run } = openBackfills(running, state);
    const { id, bucket } = state.source;
    await putObjects(S3, bucket, {
      'a.log': `${flowLines(3)}nonsense\n`,
      'b.log': flowLines(2, 1),
    });
    await engine.pollSource(state.source, never);
    expect(await indexed(client, state.source)).toEqual({ events: 0, rejects: 6 });

    state.source = { ...state.source, logType: 'vpcflow' };
    const reasons = Object.values(await rejectReasons(client, state.source)).flat();
    const ofLines = reasons.find((reason) => reason.includes('14 fields'));
    const ofOne = await service.replay({ sourceId: id, reason: ofLines, key: 'b.log' }, actor);
    await run();
    expect((await service.get(ofOne.id)).progress).toMatchObject({ objects: 1, events: 2, rejects: 0 });
    expect(await indexed(client, state.source)).toEqual({ events: 2, rejects: 4 });

    const ofAll = await service.replay({ sourceId: id }, actor);
    await run();
    expect(await service.get(ofAll.id)).toMatchObject({
      state: 'completed',
      progress: { objects: 1, events: 3, rejects: 1, before: { events: 0, rejects: 4 } },
    });
    expect(await indexed(client, state.source)).toEqual({ events: 5, rejects: 1 });
    expect(await rejectReasons(client, state.source)).toEqual({ 'a.log': [expect.any(String)] });
    expect(await engine.status(id)).toMatchObject({ objects: 2, events: 5, rejects: 1 });
  });
});

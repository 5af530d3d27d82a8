import { createEventRemoval } from '../../server/adapters/opensearch/event_removal';
import { createLedgerSearch } from '../../server/adapters/opensearch/ledger_search';
import { createSearch } from '../../server/adapters/opensearch/search';
import { createDataDeletions } from '../../server/core/source_detail/delete_data';
import { readRate } from '../../server/core/source_detail/read_rate';
import { readRejects } from '../../server/core/source_detail/read_rejects';
import type { ReadableSource } from '../../server/core/manage/sources';
import type { ObjectsQuery, RejectsQuery } from '../../common/source_detail';
import { fakeClock } from '../fakes/clock';
import {
  buildWorker,
  flowLines,
  indexed,
  newSource,
  putObjects,
  type RunningEngine,
  startEngine,
} from './ingest_setup';

const S3 = process.env['S3_ENDPOINT'] ?? '';
const never = new AbortController().signal;
const OBJECTS = 30;
const EVENTS = 40;

jest.setTimeout(120_000);

let running: RunningEngine;
let source: ReadableSource;
let other: ReadableSource;

beforeAll(async () => {
  await buildWorker();
  running = await startEngine({ opensearchUrl: process.env['OPENSEARCH_URL'] ?? '' });
  source = newSource(S3);
  // Of the same indices, so that what is deleted must be told apart.
  other = newSource(S3, { namespace: source.namespace });
  const objects: Record<string, string> = {};
  for (let file = 0; file < OBJECTS; file++)
    objects[`logs/${file % 3}/f${file}.log`] = flowLines(EVENTS, file);
  objects['logs/bad/a?b.log'] = `${flowLines(EVENTS, 50)}2 nonsense\n${'3 '.repeat(4)}\n`;
  await putObjects(S3, source.bucket, objects);
  await putObjects(S3, other.bucket, { 'logs/other.log': flowLines(EVENTS, 60) });
  await running.engine.pollSource(source, never);
  await running.engine.pollSource(other, never);
  await running.store.refresh();
  expect(await indexed(running.client, source)).toEqual({ events: (OBJECTS + 1) * EVENTS, rejects: 2 });
});

afterAll(() => running.stop());

/** All pages of a query, to its end. */
async function pages<Q extends { after?: string }, T>(
  query: Q,
  read: (query: Q) => Promise<{ items: T[]; total: number; next?: string }>,
): Promise<{ items: T[]; total: number }> {
  const items: T[] = [];
  let page = await read(query);
  for (;;) {
    items.push(...page.items);
    if (page.next === undefined) return { items, total: page.total };
    page = await read({ ...query, after: page.next });
  }
}

describe('the ledger of a source', () => {
  const find = (query: ObjectsQuery) =>
    pages(query, (page) => createLedgerSearch(running.client).find(source.id, page));

  it.each([
    ['all', {}, OBJECTS + 1],
    ['a part of keys', { search: '/2/F' }, OBJECTS / 3],
    ['a pattern of whole keys', { search: 'logs/*/f1*' }, 11],
    ['a key with a sign that patterns use', { search: 'a?b' }, 1],
    ['no such key', { search: 'none' }, 0],
    ['those that failed', { status: 'failed' }, 0],
  ])('is searched for %s', async (_name, query, count) => {
    const { items, total } = await find(query);
    expect(items).toHaveLength(count);
    expect(total).toBe(count);
  });

  it.each(['at', 'key', 'events', 'rejects', 'bytes', 'took'] as const)(
    'is paged to its end in the order of %s, both ways',
    async (sort) => {
      const keys = async (order: 'asc' | 'desc') =>
        (await find({ sort, order, size: 7 })).items.map((object) => [object[sort], object.key] as const);
      const [up, down] = [await keys('asc'), await keys('desc')];
      expect(new Set(up.map(([, key]) => key)).size).toBe(OBJECTS + 1);
      expect(new Set(down.map(([, key]) => key)).size).toBe(OBJECTS + 1);
      const values = up.map(([value]) => value ?? 0);
      expect(values).toEqual([...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      expect(down.map(([value]) => value ?? 0)).toEqual([...values].reverse());
    },
  );

  it('says what an object came to', async () => {
    const { items } = await find({ search: 'bad' });
    expect(items).toMatchObject([
      { key: 'logs/bad/a?b.log', status: 'done', events: EVENTS, rejects: 2, took: expect.any(Number) },
    ]);
  });
});

describe('the rejects of a source', () => {
  const find = (query: RejectsQuery) => readRejects(createSearch(running.client), source, query);

  it('come with reason, text and place, and are counted by reason', async () => {
    const { items, reasons, total } = await find({});
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({ key: 'logs/bad/a?b.log', position: EVENTS + 1, raw: '2 nonsense' });
    expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('are filtered and paged', async () => {
    const all = await pages({ size: 1 }, find);
    expect(all.items.map(({ position }) => position)).toEqual([EVENTS + 1, EVENTS + 2]);
    const { reasons } = await find({});
    const chosen = await find({ reason: reasons[0]?.reason });
    expect(chosen.total).toBe(reasons[0]?.count);
    expect(chosen.reasons).toEqual(reasons);
    expect((await find({ object: 'logs/0/f0.log' })).total).toBe(0);
  });
});

it('counts what came by the time it was read or happened', async () => {
  const period = {
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
  };
  for (const by of ['ingested', 'event'] as const) {
    const rate = await readRate(createSearch(running.client), source.id, { ...period, by });
    expect(rate.total).toBe((OBJECTS + 1) * EVENTS);
    expect(rate.points.reduce((sum, { count }) => sum + count, 0)).toBe(rate.total);
  }
});

it('deletes the data of a deleted source and nothing else', async () => {
  const clock = fakeClock();
  const deletions = createDataDeletions({
    state: running.store,
    clock,
    events: createEventRemoval(running.client),
    sourceIds: async () => new Set([other.id]),
    forget: (id) => running.engine.forget(id),
  });
  await deletions.request(source);
  await clock.advance(120_000);
  await deletions.run({ signal: never });
  const [deletion] = (await deletions.list()).filter(({ sourceId }) => sourceId === source.id);
  const count = (OBJECTS + 1) * EVENTS + 2;
  expect(deletion).toMatchObject({ state: 'done', deleted: count, total: count });
  expect(await indexed(running.client, source)).toEqual({ events: 0, rejects: 0 });
  expect(await indexed(running.client, other)).toEqual({ events: EVENTS, rejects: 0 });
  await running.store.remove(`deletion:${source.id}`);
});

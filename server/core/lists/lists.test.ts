import { type ListImport, type ListInput, MOST_ENTRIES } from '../../../common/list';
import { fakeClock } from '../../../test/fakes/clock';
import { fakeManagedObjects } from '../../../test/fakes/managed_objects';
import { fakeStateStore } from '../../../test/fakes/state_store';
import { SiemError } from '../errors';
import type { Download } from '../ports';
import { createListContent } from './list_content';
import { createListService } from './lists';
import { createListRefresh } from './refresh_list';
import { createValueLists } from './value_lists';

const ACTOR = { name: 'alice', roles: [], authenticated: true };
const DAY = 86_400_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const BLOCKED: ListInput = { name: 'blocked', kind: 'ip', indicator: true };

function setUp(answer: () => Awaited<ReturnType<Download['get']>> = () => 'unchanged') {
  // Reading gives way to others now and then; nobody moves this clock meanwhile.
  const clock = { ...fakeClock(), sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };
  const state = fakeStateStore();
  const objects = fakeManagedObjects<ListInput>();
  let count = 0;
  const content = createListContent({ state, clock, newId: () => `r${count++}` });
  const requests: Array<Parameters<Download['get']>[0]> = [];
  const download: Download = {
    async get(request) {
      requests.push(request);
      return answer();
    },
  };
  const refresh = createListRefresh({ content, download, clock });
  const rules: Array<{ name: string; lists: Set<string> }> = [];
  const service = createListService({
    objects,
    content,
    clock,
    refresh,
    reserved: new Set(['private']),
    users: async () => rules,
  });
  const values = createValueLists({ objects, content, clock, logger: quiet });
  return { clock, state, objects, content, service, values, rules, requests };
}

const text = (content: string, rest: Partial<ListImport> = {}): ListImport => ({
  format: 'text',
  text: content,
  mode: 'replace',
  ...rest,
});

async function withEntries(...lines: string[]) {
  const parts = setUp();
  await parts.service.create(BLOCKED, ACTOR);
  await parts.service.import('blocked', text(lines.join('\n')));
  return parts;
}

test('text is imported with comments, expiries and what is wrong by line', async () => {
  const { service, values } = setUp();
  await service.create(BLOCKED, ACTOR);
  const answer = await service.import(
    'blocked',
    text(
      '# feed\n203.0.113.9\n\n10.0.0.7/8,2027-01-31,scanner, old\nnonsense\n203.0.113.9 # again\n1.2.3.4,tomorrow\n',
    ),
  );
  expect(answer).toEqual({
    id: 'blocked',
    entries: 2,
    duplicates: 1,
    refused: 2,
    errors: [
      { line: 5, reason: '"nonsense" is neither an address nor a CIDR block' },
      { line: 7, reason: '"tomorrow" is no time such as 2027-01-31T00:00:00Z' },
    ],
  });
  expect((await values.get('blocked'))?.entries).toEqual(['203.0.113.9', '10.0.0.0/8']);
  expect(await service.export('blocked')).toBe(
    '203.0.113.9\n10.0.0.0/8,2027-01-31T00:00:00.000Z,scanner, old\n',
  );
  expect(await service.get('blocked')).toMatchObject({ status: { state: 'ok', entries: 2 } });
});

test('what was exported can be imported again', async () => {
  const { service } = await withEntries('203.0.113.9,2027-01-31T00:00:00.000Z,a, b', '2001:db8::/32');
  const exported = await service.export('blocked');
  expect(await service.import('blocked', text(exported))).toMatchObject({ entries: 2, refused: 0 });
  expect(await service.export('blocked')).toBe(exported);
});

test('of CSV the column whose values fit is found, or the chosen one read', async () => {
  const { service, values } = setUp();
  await service.create({ ...BLOCKED, name: 'domains', kind: 'domain' }, ACTOR);
  const csv =
    'id,seen,Domain,Comment\n1,2026-01-01,*.Evil.example,"bad, very"\n2,2026-01-02,worse.example.,\n3,2026-01-03,none,\n';
  const answer = await service.import('domains', text(csv, { format: 'csv' }));
  expect(answer).toMatchObject({
    columns: ['id', 'seen', 'Domain', 'Comment'],
    column: 'Domain',
    entries: 2,
    refused: 1,
    errors: [{ line: 4 }],
  });
  expect((await values.get('domains'))?.entries).toEqual(['evil.example', 'worse.example']);
  await expect(service.import('domains', text(csv, { format: 'csv', column: 'host' }))).rejects.toThrow(
    'there is no column "host"',
  );
});

test('a dry run changes nothing, and an import without any value is refused', async () => {
  const { service } = await withEntries('203.0.113.9');
  expect(await service.import('blocked', text('1.2.3.4\nx', { dryRun: true }))).toMatchObject({
    entries: 1,
    refused: 1,
  });
  await expect(service.import('blocked', text('x\ny'))).rejects.toThrow('Line 1: "x" is neither');
  expect(await service.export('blocked')).toBe('203.0.113.9\n');
});

test('entries are added, removed and found one by one', async () => {
  const { service } = await withEntries('203.0.113.9', '198.51.100.7');
  await service.change('blocked', { add: [{ value: '192.0.2.1', comment: 'lab' }], remove: ['203.0.113.9'] });
  expect(await service.entries('blocked', { query: 'LAB' })).toEqual({
    total: 1,
    items: [{ value: '192.0.2.1', comment: 'lab' }],
  });
  expect(await service.entries('blocked', { page: 1, size: 1 })).toEqual({
    total: 2,
    items: [{ value: '192.0.2.1', comment: 'lab' }],
  });
  await expect(service.change('blocked', { add: [{ value: 'x' }] })).rejects.toThrow('add.0.value');
  await service.import('blocked', text('192.0.2.5', { mode: 'add' }));
  expect((await service.get('blocked')).status.entries).toBe(3);
});

test('many entries go into several chunks, and old ones are removed', async () => {
  const { service, values, state } = setUp();
  await service.create(BLOCKED, ACTOR);
  const many = Array.from({ length: 150_000 }, (_, at) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
  await service.import('blocked', text(many.join('\n')));
  expect((await values.get('blocked'))?.entries).toEqual(many);
  expect(await state.count({ kind: 'list_chunk' })).toBeGreaterThan(1);
  await service.import('blocked', text('192.0.2.1'));
  expect(await state.count({ kind: 'list_chunk' })).toBe(1);
  await service.remove('blocked');
  expect(await state.count({ kind: 'list_chunk' })).toBe(0);
});

test(`more than ${MOST_ENTRIES} entries are refused`, async () => {
  const { service } = setUp();
  await service.create({ ...BLOCKED, kind: 'text' }, ACTOR);
  const many = Array.from({ length: MOST_ENTRIES + 1 }, (_, at) => at.toString(36)).join('\n');
  await expect(service.import('blocked', text(many, { dryRun: true }))).rejects.toThrow('at most');
}, 30_000);

test('entries and whole lists expire', async () => {
  const { service, values, clock } = await withEntries('203.0.113.9,2026-01-16T00:00:00Z', '198.51.100.7');
  const known = await values.get('blocked');
  expect(known?.entries).toHaveLength(2);
  await clock.advance(DAY);
  const later = await values.get('blocked');
  expect(later?.entries).toEqual(['198.51.100.7']);
  expect(later?.revision).not.toBe(known?.revision);
  await service.update({ id: 'blocked' }, { ...BLOCKED, expiresAt: '2026-01-01T00:00:00.000Z' }, ACTOR);
  await clock.advance(DAY);
  expect((await values.get('blocked'))?.entries).toEqual([]);
  expect((await service.get('blocked')).status.state).toBe('expired');
});

test('what was changed outside is used by nothing', async () => {
  const { service, values, objects, state, clock } = await withEntries('203.0.113.9');
  const [chunk] = await state.find<{ kind: string; text: string }>({ kind: 'list_chunk', limit: 1 });
  await state.put(chunk!.id, { ...chunk!.doc, text: '8.8.8.8' });
  await expect(values.get('blocked')).rejects.toMatchObject({ code: 'changed_outside' });
  expect(await values.indicators()).toEqual([]);

  await service.import('blocked', text('192.0.2.1')).catch(() => undefined);
  await clock.advance(60_000);
  expect((await values.indicators()).map(({ entries }) => entries)).toEqual([['192.0.2.1']]);
  objects.tamper('blocked');
  await clock.advance(60_000);
  expect(await values.indicators()).toEqual([]);
  await expect(service.export('blocked')).rejects.toMatchObject({ code: 'changed_outside' });
});

test('a list that rules use is not deleted, and says which they are', async () => {
  const { service, rules } = await withEntries('203.0.113.9');
  rules.push({ name: 'Bad guys', lists: new Set(['blocked']) });
  expect((await service.get('blocked')).usedBy).toEqual(['Bad guys']);
  await expect(service.remove('blocked')).rejects.toThrow('the rule "Bad guys"');
});

test('names and kinds stay', async () => {
  const { service } = await withEntries('203.0.113.9');
  await expect(service.create(BLOCKED, ACTOR)).rejects.toThrow('there is a list "blocked" already');
  await expect(service.create({ ...BLOCKED, name: 'private' }, ACTOR)).rejects.toThrow('built in');
  await expect(service.update({ id: 'blocked' }, { ...BLOCKED, name: 'other' }, ACTOR)).rejects.toThrow(
    'keeps its name',
  );
  await expect(service.update({ id: 'blocked' }, { ...BLOCKED, kind: 'hash' }, ACTOR)).rejects.toThrow(
    'keeps its kind',
  );
});

test('a feed is fetched, asked for news only, and kept when it fails', async () => {
  let answer: () => Awaited<ReturnType<Download['get']>> = () => ({ text: '203.0.113.9\n', etag: '"1"' });
  const { service, values, requests } = setUp(() => answer());
  await service.create({ ...BLOCKED, url: 'https://feeds.example/ips.txt' }, ACTOR);
  expect((await service.refresh('blocked')).status).toMatchObject({ state: 'ok', entries: 1 });

  answer = () => 'unchanged';
  await service.refresh('blocked');
  expect(requests[1]).toMatchObject({ etag: '"1"' });

  answer = () => {
    throw new SiemError('download_failed', 'no answer');
  };
  expect((await service.refresh('blocked')).status).toMatchObject({
    state: 'failing',
    entries: 1,
    lastError: { code: 'download_failed' },
  });
  answer = () => ({ text: '<html>not a list</html>' });
  expect((await service.refresh('blocked')).status.lastError?.message).toContain('Line 1');
  expect((await values.get('blocked'))?.entries).toEqual(['203.0.113.9']);
});

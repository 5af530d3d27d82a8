import { factTest } from '../fact_test';
import type { HostUnderTest } from '../host_under_test';
import { callInside } from '../probe_client';

const HIDDEN = 'siem-probe-hidden';
const SHOWN = 'siem-probe-shown';

interface Stored {
  id: string;
  version: string;
  attributes: Record<string, unknown>;
  originId?: string;
}
interface Found {
  total: number;
  page: number;
  per_page: number;
  saved_objects: Stored[];
}
interface Bulk {
  saved_objects: Array<Stored & { error?: { statusCode?: number } }>;
}

/** Saved objects one at a time. */
export function savedObjectFacts(host: () => HostUnderTest, index: () => string): void {
  const call = <T = Stored>(method: string, ...args: unknown[]) =>
    callInside<T>(host(), `call/hidden/${method}`, ...args);
  const now = { refresh: false };

  factTest('objects.create_get', async () => {
    const { result: created } = await call('create', HIDDEN, { name: 'one' }, { id: 'one', ...now });
    expect(created).toMatchObject({ type: HIDDEN, id: 'one', attributes: { name: 'one' }, references: [] });
    const { result: read } = await call('get', HIDDEN, 'one');
    expect(read).toMatchObject({ id: 'one', attributes: { name: 'one' }, namespaces: [] });
    expect(read.version).toBe(created.version);
    expect(Buffer.from(read.version, 'base64').toString()).toMatch(/^\[\d+,\d+\]$/);
    const { result: named } = await call('create', HIDDEN, { name: 'any id' }, now);
    expect(named.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  factTest('objects.stored_as', async () => {
    await call('create', HIDDEN, { name: 'raw' }, { id: 'raw', ...now });
    const request = { method: 'GET', path: `/${index()}/_doc/${HIDDEN}:raw` };
    const { result } = await callInside<{ body: { _index: string; _source: object } }>(
      host(),
      'client/internal/transport.request',
      request,
    );
    expect(result.body._index).toBe(`${index()}_1`);
    expect(result.body._source).toMatchObject({ type: HIDDEN, [HIDDEN]: { name: 'raw' } });
  });

  factTest('objects.unmapped', async () => {
    const attributes = { name: 'extra', unmapped: { deep: [1, 'two'] } };
    const { result } = await call('create', HIDDEN, attributes, { id: 'extra', ...now });
    expect(result.attributes).toEqual(attributes);
  });

  factTest('objects.create_twice', async () => {
    await call('create', HIDDEN, { name: 'a' }, { id: 'twice', ...now });
    const { error } = await call('create', HIDDEN, { name: 'b' }, { id: 'twice', ...now });
    expect(error).toMatchObject({ isBoom: true, boomStatus: 409 });
  });

  factTest('objects.replace', async () => {
    const { result } = await call('create', HIDDEN, { name: 'a', old: 1 }, { id: 'replace', ...now });
    const options = { id: 'replace', overwrite: true, version: result.version, ...now };
    await call('create', HIDDEN, { name: 'b' }, options);
    expect((await call('get', HIDDEN, 'replace')).result.attributes).toEqual({ name: 'b' });
  });

  factTest('objects.stale_version', async () => {
    const { result } = await call('create', HIDDEN, { name: 'a' }, { id: 'stale', ...now });
    await call('update', HIDDEN, 'stale', { name: 'b' }, now);
    const options = { id: 'stale', overwrite: true, version: result.version, ...now };
    expect((await call('create', HIDDEN, { name: 'c' }, options)).error.boomStatus).toBe(409);
    const update = { version: result.version, ...now };
    expect((await call('update', HIDDEN, 'stale', { name: 'c' }, update)).error.boomStatus).toBe(409);
    const malformed = { version: 'nonsense', ...now };
    expect((await call('update', HIDDEN, 'stale', { name: 'c' }, malformed)).error.boomStatus).toBe(400);
  });

  factTest('objects.update_merges', async () => {
    await call('create', HIDDEN, { params: { a: { b: 1, c: 2 } }, list: [1, 2] }, { id: 'merge', ...now });
    const change = { params: { a: { b: 9 } }, list: [3] };
    expect((await call('update', HIDDEN, 'merge', change, now)).result.attributes).toEqual(change);
    expect((await call('get', HIDDEN, 'merge')).result.attributes).toEqual({
      params: { a: { b: 9, c: 2 } },
      list: [3],
    });
  });

  factTest('objects.missing', async () => {
    const calls = [
      call('get', HIDDEN, 'no'),
      call('update', HIDDEN, 'no', {}, now),
      call('delete', HIDDEN, 'no'),
    ];
    for (const { error } of await Promise.all(calls))
      expect(error).toMatchObject({ isBoom: true, boomStatus: 404 });
  });

  factTest('objects.delete', async () => {
    await call('create', HIDDEN, { name: 'gone' }, { id: 'gone', ...now });
    expect((await call('delete', HIDDEN, 'gone')).result).toEqual({});
    expect((await call('get', HIDDEN, 'gone')).error.boomStatus).toBe(404);
  });

  factTest('objects.hidden', async () => {
    await call('create', HIDDEN, { name: 'hidden' }, { id: 'hidden', ...now });
    for (const target of ['plain', 'request']) {
      const from = (method: string, ...args: unknown[]) =>
        callInside<Found>(host(), `call/${target}/${method}`, ...args);
      expect((await from('get', HIDDEN, 'hidden')).error.boomStatus).toBe(404);
      expect((await from('find', { type: HIDDEN })).result.total).toBe(0);
      expect((await from('create', HIDDEN, {})).error).toMatchObject({
        boomStatus: 400,
        message: expect.stringContaining('Unsupported saved object type') as string,
      });
    }
    const scoped = await callInside<Stored>(host(), 'call/scopedHidden/get', HIDDEN, 'hidden');
    expect(scoped.result.attributes).toEqual({ name: 'hidden' });
  });
}

/** Searching and many at once. */
export function savedObjectListFacts(host: () => HostUnderTest): void {
  const call = <T = Stored>(method: string, ...args: unknown[]) =>
    callInside<T>(host(), `call/plain/${method}`, ...args);
  const find = (options: object) => call<Found>('find', { type: SHOWN, ...options });

  factTest('objects.refresh', async () => {
    await call('create', SHOWN, { name: 'bravo', count: 2 }, { id: 'b' });
    expect((await find({})).result.total).toBe(1);
  });

  factTest('objects.bulk', async () => {
    const objects = [
      { type: SHOWN, id: 'a', attributes: { name: 'alpha', count: 1 } },
      { type: SHOWN, id: 'b', attributes: { name: 'taken' } },
      { type: SHOWN, id: 'c', attributes: { name: 'charlie', count: 3 } },
    ];
    const { result: created } = await call<Bulk>('bulkCreate', objects);
    expect(created.saved_objects.map(({ error }) => error?.statusCode)).toEqual([undefined, 409, undefined]);
    const wanted = [
      { type: SHOWN, id: 'a' },
      { type: SHOWN, id: 'none' },
    ];
    const { result: read } = await call<Bulk>('bulkGet', wanted);
    expect(read.saved_objects[0]?.attributes).toMatchObject({ name: 'alpha' });
    expect(read.saved_objects[1]?.error?.statusCode).toBe(404);
  });

  factTest('objects.origin', async () => {
    const object = { type: SHOWN, id: 'marked', attributes: { name: 'delta' }, originId: 'awssiem:1:abc' };
    await call<Bulk>('bulkCreate', [object]);
    const read = async () =>
      (await call<Bulk>('bulkGet', [{ type: SHOWN, id: 'marked' }])).result.saved_objects[0];
    expect((await read())?.originId).toBe('awssiem:1:abc');
    // As the browser saves an object that was edited.
    await call('create', SHOWN, { name: 'echo' }, { id: 'marked', overwrite: true });
    expect(await read()).not.toHaveProperty('originId');
    await call('delete', SHOWN, 'marked');
  });

  factTest('objects.bulk_version', async () => {
    const object = { type: SHOWN, id: 'versioned', attributes: { name: 'foxtrot' } };
    const { result } = await call<Bulk>('bulkCreate', [object]);
    const old = { ...object, version: result.saved_objects[0]?.version };
    const write = async () =>
      (await call<Bulk>('bulkCreate', [old], { overwrite: true })).result.saved_objects[0];
    expect((await write())?.error).toBeUndefined();
    expect((await write())?.error?.statusCode).toBe(409);
    await call('delete', SHOWN, 'versioned');
  });

  factTest('objects.find', async () => {
    const sorted = { sortField: 'name.keyword', sortOrder: 'desc', perPage: 2, page: 1 };
    const { result } = await find(sorted);
    expect(result).toMatchObject({ total: 3, page: 1, per_page: 2 });
    expect(result.saved_objects.map(({ id }) => id)).toEqual(['c', 'b']);
    const second = await find({ ...sorted, page: 2 });
    expect(second.result.saved_objects.map(({ id }) => id)).toEqual(['a']);
    const text = await find({ search: 'char*', searchFields: ['name'] });
    expect(text.result.saved_objects.map(({ id }) => id)).toEqual(['c']);
  });

  factTest('objects.find_refuses', async () => {
    expect((await find({ sortField: 'no_such_field' })).error.boomStatus).toBe(400);
    expect((await find({ page: 101, perPage: 100 })).error.boomStatus).toBe(400);
  });
}

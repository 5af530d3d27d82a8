import { fakeClock } from '../../../test/fakes/clock';
import { fakeRepository } from '../../../test/fakes/saved_objects';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { SavedObject } from '../../../types/opensearch_dashboards_server';
import { createManagedObjects } from './managed_objects';

const alice = { name: 'alice', roles: [], authenticated: true };
const bob = { ...alice, name: 'bob' };

function setUp(state = fakeStateStore()) {
  const { objects, repository } = fakeRepository();
  const clock = fakeClock();
  const managed = createManagedObjects<{ name: string }>({
    type: 'siem-rule',
    noun: 'rule',
    repository,
    state,
    clock,
  });
  return { objects, managed, clock };
}

describe('managed objects', () => {
  it('are allowed as long as only we write them, and say who did', async () => {
    const { managed, clock } = setUp();
    const created = await managed.create('r1', { name: 'one' }, alice);
    await clock.advance(60_000);
    const changed = await managed.replace(created, { name: 'two' }, bob);
    expect(changed).toMatchObject({
      allowed: true,
      attributes: { name: 'two', createdBy: 'alice', updatedBy: 'bob' },
    });
    expect(changed.attributes.updatedAt > changed.attributes.createdAt).toBe(true);
    expect((await managed.list()).map(({ allowed }) => allowed)).toEqual([true]);
  });

  it('are not allowed any more once someone changed them past us', async () => {
    const { managed, objects } = setUp();
    await managed.create('r1', { name: 'one' }, alice);
    (objects.get('r1') as SavedObject<Record<string, unknown>>).attributes.name = 'evil';
    expect((await managed.get('r1')).allowed).toBe(false);
  });

  it('are not allowed when they were never written by us', async () => {
    const { managed, objects } = setUp();
    objects.set('r9', { id: 'r9', type: 'siem-rule', attributes: { name: 'planted' }, references: [] });
    expect((await managed.list())[0]?.allowed).toBe(false);
  });

  it('refuse to overwrite what someone else changed in the meantime', async () => {
    const { managed, clock } = setUp();
    const read = await managed.create('r1', { name: 'one' }, alice);
    await clock.advance(1);
    await managed.replace(read, { name: 'two' }, bob);
    await expect(managed.replace(read, { name: 'three' }, alice)).rejects.toMatchObject({ code: 'conflict' });
    const { id, attributes } = read;
    await expect(managed.getSeen({ id, updatedAt: attributes.updatedAt })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has changed this rule since you opened it'),
    });
    const now = await managed.getSeen({ id });
    expect(await managed.getSeen({ id, updatedAt: now.attributes.updatedAt })).toEqual(now);
  });

  it('are not taken for changed outside while they are being written or deleted', async () => {
    const state = fakeStateStore();
    const { getMany } = state;
    const { managed } = setUp(state);
    const created = await managed.create('r1', { name: 'one' }, alice);
    await managed.create('r2', { name: 'one' }, alice);
    const { put, remove } = state;
    let goOn = () => {};
    const looked = new Promise<void>((done) => (goOn = done));
    state.put = async (...write) => (await looked, put(...write));
    state.remove = async (...removal) => (await looked, remove(...removal));
    const writing = [managed.replace(created, { name: 'two' }, bob), managed.remove('r2')];
    state.getMany = async <T>(ids: string[]) => {
      const found = await getMany<T>(ids);
      goOn();
      return found;
    };
    const listed = await managed.list();
    expect(listed.map(({ id, allowed, attributes }) => [id, allowed, attributes.name])).toEqual([
      ['r1', true, 'two'],
    ]);
    await Promise.all(writing);
  });

  it('say so when they are gone', async () => {
    const { managed } = setUp();
    await expect(managed.get('none')).rejects.toMatchObject({ code: 'not_found' });
    await expect(managed.remove('none')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tell what is no longer as it was read', async () => {
    const { managed, objects } = setUp();
    const [same, changed, gone, again] = [
      await managed.create('same', { name: 'one' }, alice),
      await managed.create('changed', { name: 'one' }, alice),
      await managed.create('gone', { name: 'one' }, alice),
      await managed.create('again', { name: 'one' }, alice),
    ];
    await managed.replace(changed, { name: 'two' }, bob);
    await managed.remove('gone');
    await managed.remove('again');
    await managed.create('again', { name: 'two' }, alice);
    const read = (await managed.list()).find(({ id }) => id === 'same') ?? same;
    expect(await managed.areCurrent([read, changed, gone, again])).toEqual([true, false, false, false]);
    expect(objects.size).toBe(3);
  });

  it('are ten thousand at most, since no more could be listed', async () => {
    const { managed, objects } = setUp();
    const { attributes } = await managed.create('r0', { name: 'one' }, alice);
    for (let n = 1; n < 9_999; n++) {
      objects.set(`r${n}`, { id: `r${n}`, type: 'siem-rule', attributes: { ...attributes }, references: [] });
    }
    await managed.create('last', { name: 'last' }, alice);
    expect(await managed.list()).toHaveLength(10_000);
    await expect(managed.create('more', { name: 'more' }, alice)).rejects.toThrow(
      'There are 10,000 rules, and can be no more: delete one first.',
    );
  });
});

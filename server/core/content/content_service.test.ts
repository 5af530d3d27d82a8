import { fakeUserObjects } from '../../../test/fakes/user_objects';
import type { Content, ContentObject, ContentReference } from './content_object';
import { createContentService } from './content_service';

const refer = (type: ContentObject['type'], id: string): ContentReference => ({ name: 'a', type, id });
const object = (
  type: ContentObject['type'],
  id: string,
  references: ContentReference[] = [],
  text = 'first',
): ContentObject => ({ type, id, attributes: { title: id, text }, references, migrationVersion: {} });

const content = (text = 'first', version = 1): Content => ({
  version,
  objects: [
    object('index-pattern', 'logs', [], text),
    object('visualization', 'flows', [refer('index-pattern', 'logs')], text),
    object('dashboard', 'vpc', [refer('visualization', 'flows')], text),
  ],
  dashboards: [{ id: 'vpc', title: 'VPC', description: '' }],
});

const KEPT = { edited: false };
const statesOf = ({ items }: { items: Array<{ id: string; state: string }> }) =>
  Object.fromEntries(items.map(({ id, state }) => [id, state]));

describe('the content service', () => {
  it('installs what is not there, once', async () => {
    const objects = fakeUserObjects();
    const service = createContentService(content());
    expect(statesOf(await service.show(objects))).toEqual({ logs: 'new', flows: 'new', vpc: 'new' });
    expect(statesOf(await service.install(objects, KEPT))).toEqual({
      logs: 'unchanged',
      flows: 'unchanged',
      vpc: 'unchanged',
    });
    const versions = [...objects.stored.values()].map(({ version }) => version);
    await service.install(objects, KEPT);
    expect([...objects.stored.values()].map(({ version }) => version)).toEqual(versions);
  });

  it('brings up to date what nobody edited, and shows and keeps what somebody did', async () => {
    const objects = fakeUserObjects();
    await createContentService(content()).install(objects, KEPT);
    objects.edit('visualization', 'flows', { text: 'mine' });
    const next = createContentService(content('second', 2));
    expect(statesOf(await next.show(objects))).toEqual({
      logs: 'outdated',
      flows: 'edited',
      vpc: 'outdated',
    });
    expect(statesOf(await next.install(objects, KEPT))).toEqual({
      logs: 'unchanged',
      flows: 'edited',
      vpc: 'unchanged',
    });
    expect(objects.stored.get('visualization:flows')?.attributes['text']).toBe('mine');
    await next.install(objects, { edited: true });
    expect(objects.stored.get('visualization:flows')?.attributes['text']).toBe('second');
  });

  it('takes an edit that leaves the mark in place for an edit, too', async () => {
    const objects = fakeUserObjects();
    await createContentService(content()).install(objects, KEPT);
    const stored = objects.stored.get('dashboard:vpc')!;
    objects.stored.set('dashboard:vpc', { ...stored, attributes: { ...stored.attributes, text: 'mine' } });
    expect(statesOf(await createContentService(content('second', 2)).show(objects))).toMatchObject({
      vpc: 'edited',
    });
  });

  it('never takes an object of the same id that it did not install for its own', async () => {
    const objects = fakeUserObjects();
    const own = { ...object('dashboard', 'vpc', [], 'mine'), version: '0' };
    objects.stored.set('dashboard:vpc', own);
    const service = createContentService(content());
    await service.install(objects, KEPT);
    await service.uninstall(objects, KEPT);
    expect([...objects.stored.keys()]).toEqual(['dashboard:vpc']);
  });

  it('does not take the counts that the host adds to fields for an edit', async () => {
    const objects = fakeUserObjects();
    const fields = (count: number, scripted = false) => JSON.stringify([{ name: 'type', count, scripted }]);
    const withFields: Content = {
      ...content(),
      objects: [{ ...object('index-pattern', 'logs'), attributes: { title: 'logs', fields: fields(0) } }],
    };
    const service = createContentService(withFields);
    await service.install(objects, KEPT);
    objects.edit('index-pattern', 'logs', { fields: fields(7) });
    expect(statesOf(await service.show(objects))).toEqual({ logs: 'unchanged' });
    objects.edit('index-pattern', 'logs', { fields: fields(7, true) });
    expect(statesOf(await service.show(objects))).toEqual({ logs: 'edited' });
  });

  it('uninstalls all of its own when nothing needs it', async () => {
    const objects = fakeUserObjects();
    const service = createContentService(content());
    await service.install(objects, KEPT);
    expect(statesOf(await service.uninstall(objects, KEPT))).toEqual({
      logs: 'new',
      flows: 'new',
      vpc: 'new',
    });
    expect(objects.stored.size).toBe(0);
  });

  it("keeps what a user's own dashboard needs, all the way down, and tells so before", async () => {
    const objects = fakeUserObjects();
    const service = createContentService(content());
    await service.install(objects, KEPT);
    objects.stored.set('dashboard:own', object('dashboard', 'own', [refer('visualization', 'flows')]));
    const before = await service.show(objects);
    expect(before.items.filter(({ needed }) => needed).map(({ id }) => id)).toEqual(['logs', 'flows']);
    await service.uninstall(objects, KEPT);
    expect([...objects.stored.keys()].sort()).toEqual([
      'dashboard:own',
      'index-pattern:logs',
      'visualization:flows',
    ]);
  });

  it('removes what was edited only when asked, and what that needs only then', async () => {
    const objects = fakeUserObjects();
    const service = createContentService(content());
    await service.install(objects, KEPT);
    objects.edit('dashboard', 'vpc', { text: 'mine' });
    await service.uninstall(objects, KEPT);
    expect(objects.stored.size).toBe(3);
    await service.uninstall(objects, { edited: true });
    expect(objects.stored.size).toBe(0);
  });
});

import { createUserObjects } from './user_objects';

type Client = Parameters<typeof createUserObjects>[0];

const boom = (statusCode: number) =>
  Object.assign(new Error('text of OpenSearch'), { output: { statusCode } });
const unused = () => Promise.reject(new Error('not to be called'));
const clientWith = (part: Partial<Client>): Client => ({
  bulkGet: unused,
  bulkCreate: unused,
  find: unused,
  delete: unused,
  ...part,
});
const OBJECT = {
  type: 'search',
  id: 'a',
  attributes: { title: 'a' },
  references: [],
  migrationVersion: {},
  originId: 'x',
} as const;

describe('the saved objects of a user', () => {
  it('leaves out those that are not there, and fails when one cannot be read', async () => {
    const answer = (statusCode: number) =>
      createUserObjects(
        clientWith({
          bulkGet: async () => ({
            saved_objects: [
              { ...OBJECT, attributes: {} as never, references: [] },
              {
                type: 'search',
                id: 'b',
                error: { statusCode, error: '', message: 'text of OpenSearch' },
              } as never,
            ],
          }),
        }),
      ).read([]);
    expect((await answer(404)).map(({ id }) => id)).toEqual(['a']);
    await expect(answer(403)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [409, 'conflict'],
    [503, 'opensearch_unavailable'],
    [500, 'internal'],
  ])('tells a refusal with status %i as %s', async (status, code) => {
    const objects = createUserObjects(clientWith({ bulkCreate: () => Promise.reject(boom(status)) }));
    await expect(objects.write([{ ...OBJECT, references: [] }])).rejects.toMatchObject({ code });
  });

  it('overwrites only what was read before', async () => {
    const calls: Array<[string[], boolean | undefined]> = [];
    const objects = createUserObjects(
      clientWith({
        bulkCreate: async (sent, options) => {
          calls.push([sent.map(({ id }) => id ?? ''), options?.overwrite]);
          return { saved_objects: [] };
        },
      }),
    );
    await objects.write([
      { ...OBJECT, references: [] },
      { ...OBJECT, references: [], id: 'b', version: 'v' },
    ]);
    expect(calls).toEqual([
      [['a'], false],
      [['b'], true],
    ]);
  });

  it('takes one that is gone for removed', async () => {
    const objects = createUserObjects(clientWith({ delete: () => Promise.reject(boom(404)) }));
    await expect(objects.remove([{ type: 'search', id: 'a' }])).resolves.toBeUndefined();
  });

  it('reads references page by page', async () => {
    const pages: number[] = [];
    const full = Array.from({ length: 1_000 }, (_, index) => ({
      ...OBJECT,
      id: String(index),
      references: [],
      score: 0,
    }));
    const objects = createUserObjects(
      clientWith({
        find: async ({ page = 1 }) => {
          pages.push(page);
          return {
            page,
            per_page: 1_000,
            total: 1_001,
            saved_objects: (page === 1 ? full : full.slice(0, 1)) as never,
          };
        },
      }),
    );
    expect(await objects.listReferences(['search'])).toHaveLength(1_001);
    expect(pages).toEqual([1, 2]);
  });
});

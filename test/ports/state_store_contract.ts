import type { StateFields, StateStore } from '../../server/core/ports';

type Doc = StateFields & { value?: number };

/** What every `StateStore` does, be it in memory or in OpenSearch. */
export function describeStateStore(name: string, open: () => Promise<StateStore>): void {
  describe(`${name} as a state store`, () => {
    let store: StateStore;
    beforeAll(async () => {
      store = await open();
    });
    const unique = (() => {
      let count = 0;
      return (prefix: string) => `${prefix}:${Date.now()}:${count++}`;
    })();

    it('gives back what was put, at once', async () => {
      const id = unique('doc');
      await store.put<Doc>(id, { kind: 'test', value: 1 });
      expect((await store.get<Doc>(id))?.doc).toEqual({ kind: 'test', value: 1 });
      expect(await store.get(unique('none'))).toBeUndefined();
    });

    it('creates a document only once', async () => {
      const id = unique('doc');
      expect(await store.create<Doc>(id, { kind: 'test' })).not.toBe('conflict');
      expect(await store.create<Doc>(id, { kind: 'test' })).toBe('conflict');
    });

    it('replaces only the version that was read', async () => {
      const id = unique('doc');
      const first = await store.put<Doc>(id, { kind: 'test', value: 1 });
      expect(await store.replace<Doc>(id, { kind: 'test', value: 2 }, first)).not.toBe('conflict');
      expect(await store.replace<Doc>(id, { kind: 'test', value: 3 }, first)).toBe('conflict');
      expect((await store.get<Doc>(id))?.doc.value).toBe(2);
    });

    it('reads many in the order asked', async () => {
      const [a, b, none] = [unique('a'), unique('b'), unique('none')];
      await store.put<Doc>(a, { kind: 'test', value: 1 });
      await store.put<Doc>(b, { kind: 'test', value: 2 });
      const found = await store.getMany<Doc>([b, none, a]);
      expect(found.map((stored) => stored?.doc.value)).toEqual([2, undefined, 1]);
    });

    it('answers each operation of a bulk with the new version, or that another was first', async () => {
      const [id, made] = [unique('doc'), unique('new')];
      const stale = await store.put<Doc>(id, { kind: 'test', value: 1 });
      await store.put<Doc>(id, { kind: 'test', value: 2 });
      const outcomes = await store.bulk<Doc>([
        { op: 'create', id: made, doc: { kind: 'test' } },
        { op: 'create', id, doc: { kind: 'test' } },
        { op: 'replace', id, doc: { kind: 'test' }, version: stale },
        { op: 'put', id, doc: { kind: 'test', value: 4 } },
      ]);
      const [first, second] = await store.getMany<Doc>([made, id]);
      expect(outcomes).toEqual([first?.version, 'conflict', 'conflict', second?.version]);
      expect(second?.doc.value).toBe(4);
    });

    it('removes, and says when there is nothing or another version', async () => {
      const id = unique('doc');
      const stale = await store.put<Doc>(id, { kind: 'test' });
      await store.put<Doc>(id, { kind: 'test' });
      expect(await store.remove(id, stale)).toBe('conflict');
      expect(await store.remove(id)).toBe('removed');
      expect(await store.remove(id)).toBe('missing');
    });

    it('finds, counts and removes by kind, equality and bounds', async () => {
      const kind = unique('kind');
      for (let seq = 1; seq <= 5; seq++) {
        await store.put<Doc>(unique('doc'), {
          kind,
          seq,
          status: seq % 2 ? 'odd' : 'even',
          due_at: seq * 10,
          at: seq,
        });
      }
      await store.refresh();
      const seqs = async (query: object) =>
        (await store.find<Doc>({ kind, limit: 10, sort: { field: 'seq', order: 'asc' }, ...query })).map(
          ({ doc }) => doc.seq,
        );
      expect(await seqs({})).toEqual([1, 2, 3, 4, 5]);
      expect(await seqs({ sort: { field: 'seq', order: 'desc' }, limit: 2 })).toEqual([5, 4]);
      expect(await seqs({ equals: { status: 'even' } })).toEqual([2, 4]);
      expect(await seqs({ seqAfter: 3 })).toEqual([4, 5]);
      expect(await seqs({ dueBefore: 20 })).toEqual([1, 2]);
      expect(await store.count({ kind, equals: { status: 'odd' } })).toBe(3);
      expect(await store.removeWhere({ kind, atBefore: 2 })).toBe(2);
      await store.refresh();
      expect(await store.count({ kind })).toBe(3);
    });
  });
}

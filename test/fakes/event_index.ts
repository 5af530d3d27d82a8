import type { BulkAnswer, BulkItemFailure, EventIndex } from '../../server/core/ports';

export interface FakeEventIndex extends EventIndex {
  /** Documents by index and id. */
  documents: Map<string, Map<string, Record<string, unknown>>>;
  /** Called before each body; what it throws is the body's error. */
  before: () => void | Promise<void>;
  /** The failure of an item, if it shall fail. */
  refuse: (document: Record<string, unknown>) => Omit<BulkItemFailure, 'item'> | undefined;
  /** All documents of the indices whose names begin so. */
  all(prefix: string): Array<Record<string, unknown>>;
}

/** OpenSearch's `_bulk` with `create` and `index`, in memory. */
export function fakeEventIndex(): FakeEventIndex {
  const documents: FakeEventIndex['documents'] = new Map();

  return {
    documents,
    before: () => undefined,
    refuse: () => undefined,

    all: (prefix) =>
      [...documents].filter(([name]) => name.startsWith(prefix)).flatMap(([, index]) => [...index.values()]),

    async bulk(body, items) {
      await this.before();
      const lines = Buffer.from(body).toString('utf8').split('\n');
      const answer: BulkAnswer = { created: 0, duplicates: 0, failures: [] };
      for (let item = 0; item < items; item++) {
        const action = JSON.parse(lines[item * 2] as string) as Partial<
          Record<'create' | 'index', { _index: string; _id: string }>
        >;
        const document = JSON.parse(lines[item * 2 + 1] as string) as Record<string, unknown>;
        const { _index, _id } = (action.create ?? action.index)!;
        const index = documents.get(_index) ?? new Map<string, Record<string, unknown>>();
        documents.set(_index, index);
        const failure = this.refuse(document);
        if (action.create && index.has(_id)) answer.duplicates++;
        else if (failure) answer.failures.push({ item, ...failure });
        else {
          index.set(_id, document);
          answer.created++;
        }
      }
      return answer;
    },
  };
}

import type { StateFields, StateQuery, StateStore, StateVersion, Stored } from '../../server/core/ports';

/** `StateStore` in memory, with OpenSearch's rules: versions grow with each write, `find` sees everything at once. */
export function fakeStateStore(): StateStore {
  const documents = new Map<string, Stored<StateFields>>();
  let sequence = 0;

  function write(id: string, doc: StateFields): StateVersion {
    const version = { seqNo: sequence++, primaryTerm: 1 };
    documents.set(id, { id, doc: structuredClone(doc), version });
    return version;
  }

  const sameVersion = (id: string, version: StateVersion) =>
    documents.get(id)?.version.seqNo === version.seqNo;
  const copy = <T>(stored: Stored<StateFields>) => structuredClone(stored) as unknown as Stored<T>;

  function matching(query: Omit<StateQuery, 'limit'>): Array<Stored<StateFields>> {
    return [...documents.values()].filter(({ doc }) => {
      if (doc.kind !== query.kind) return false;
      for (const [field, value] of Object.entries(query.equals ?? {})) {
        if (doc[field as keyof StateFields] !== value) return false;
      }
      if (query.seqAfter !== undefined && !(doc.seq !== undefined && doc.seq > query.seqAfter)) return false;
      if (query.dueBefore !== undefined && !(doc.due_at !== undefined && doc.due_at <= query.dueBefore))
        return false;
      return query.atBefore === undefined || (doc.at !== undefined && doc.at <= query.atBefore);
    });
  }

  return {
    async get<T>(id: string) {
      const stored = documents.get(id);
      return stored && copy<T>(stored);
    },
    async getMany<T>(ids: string[]) {
      return ids.map((id) => documents.get(id)).map((stored) => stored && copy<T>(stored));
    },
    async create(id, doc) {
      return documents.has(id) ? 'conflict' : write(id, doc);
    },
    async replace(id, doc, version) {
      return sameVersion(id, version) ? write(id, doc) : 'conflict';
    },
    async put(id, doc) {
      return write(id, doc);
    },
    async remove(id, version) {
      if (!documents.has(id)) return 'missing';
      if (version && !sameVersion(id, version)) return 'conflict';
      documents.delete(id);
      return 'removed';
    },
    async bulk(operations) {
      return operations.map((operation) => {
        const { op, id } = operation;
        if (op === 'create' && documents.has(id)) return 'conflict';
        if (op === 'replace' && !sameVersion(id, operation.version)) return 'conflict';
        if (op !== 'remove') return write(id, operation.doc);
        documents.delete(id);
        return { seqNo: sequence++, primaryTerm: 1 };
      });
    },
    async find<T>(query: StateQuery) {
      const found = matching(query);
      const { sort } = query;
      if (sort) {
        const direction = sort.order === 'asc' ? 1 : -1;
        const value = ({ doc }: Stored<StateFields>) => doc[sort.field] ?? 0;
        found.sort((a, b) => (value(a) < value(b) ? -direction : value(a) > value(b) ? direction : 0));
      }
      return found.slice(0, query.limit).map((stored) => copy<T>(stored));
    },
    async count(query) {
      return matching(query).length;
    },
    async removeWhere(query) {
      const found = matching(query);
      for (const { id } of found) documents.delete(id);
      return found.length;
    },
    async refresh() {},
  };
}

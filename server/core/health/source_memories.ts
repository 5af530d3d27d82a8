import { durationMs } from '../../../common/duration';
import type { SourceView } from '../../../common/source';
import type { LedgerEntry } from '../ingest/ledger';
import type { StateFields, StateStore } from '../ports';
import { learn, NOTHING_LEARNT, type SourceMemory } from './source_memory';

interface MemoryDoc extends StateFields {
  kind: 'source_memory';
  source_id: string;
  memory: SourceMemory;
}

/** So many objects a check are enough to learn from. */
const LEARN_FROM = 50;

/** What is remembered of sources, in their order. */
export async function readMemories(state: StateStore, ids: readonly string[]): Promise<SourceMemory[]> {
  const docs = await state.getMany<MemoryDoc>(ids.map(idOf));
  return docs.map((stored) => stored?.doc.memory ?? NOTHING_LEARNT);
}

/** Learns from what was read since the last time, and remembers that; gives what is remembered now. */
export async function updateMemory(
  state: StateStore,
  source: SourceView,
  memory: SourceMemory,
  now: number,
): Promise<SourceMemory> {
  const entries = await state.find<LedgerEntry>({
    kind: 'ledger',
    equals: { source_id: source.id, status: 'done' },
    sort: { field: 'at', order: 'desc' },
    limit: LEARN_FROM,
  });
  const news = {
    arrivals: entries.map(({ doc }) => doc),
    totals: source.status,
    pollInterval: durationMs(source.pollInterval),
  };
  const { events, rejects } = news.totals;
  const next = learn(memory, { ...news, totals: { events, rejects } }, now);
  if (JSON.stringify(next) !== JSON.stringify(memory)) {
    await state.put<MemoryDoc>(idOf(source.id), {
      kind: 'source_memory',
      source_id: source.id,
      memory: next,
    });
  }
  return next;
}

/** Forgets sources that are no more. */
export async function forgetMemories(state: StateStore, kept: ReadonlySet<string>): Promise<void> {
  const docs = await state.find<MemoryDoc>({ kind: 'source_memory', limit: 10_000 });
  const gone = docs.filter(({ doc }) => !kept.has(doc.source_id));
  await state.bulk(gone.map(({ id }) => ({ op: 'remove', id })));
}

function idOf(source: string): string {
  return `source_memory:${source}`;
}

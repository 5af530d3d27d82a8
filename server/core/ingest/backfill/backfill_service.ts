import type {
  BackfillInput,
  BackfillPreview,
  BackfillPreviewBody,
  BackfillSelection,
  BackfillView,
  ReingestBody,
  ReplayBody,
} from '../../../../common/backfill';
import { SiemError } from '../../errors';
import type { Actor } from '../../manage/managed_objects';
import type { ReadableSource } from '../../manage/sources';
import type { Clock, NewId, StateStore, Stored } from '../../ports';
import type { IngestEngine } from '../engine';
import { type BackfillDoc, backfillId, viewOf } from './backfill_doc';
import { previewBackfill } from './count_objects';
import type { IndexedObjects } from './ports';
import { noProgress } from './progress';

const LISTED = 50;
/** What has ended is forgotten after this. */
const KEPT = 90 * 86_400_000;

interface Parts {
  store: StateStore;
  /** A stored source with its secrets, paused or not; fails with `not_found` and `changed_outside`. */
  openSource(id: string): Promise<ReadableSource>;
  engine: Pick<IngestEngine, 'lookAt'>;
  indexed: IndexedObjects;
  clock: Clock;
  newId: NewId;
}

/** What people do with backfills. */
export interface BackfillService {
  /** Counts without reading; goes on behind `after`. */
  preview(body: BackfillPreviewBody, signal: AbortSignal): Promise<BackfillPreview>;
  create(input: BackfillInput, actor: Actor): Promise<BackfillView>;
  /** Reads one object again, new parsing, exclusions and enrichment included. */
  reingest(body: ReingestBody, actor: Actor): Promise<BackfillView>;
  /** Reads the objects again that have rejects: those that can be parsed now become events, the others stay. */
  replay(body: ReplayBody, actor: Actor): Promise<BackfillView>;
  /** Of one source, the newest first. */
  list(sourceId: string): Promise<BackfillView[]>;
  get(id: string): Promise<BackfillView>;
  pause(id: string): Promise<BackfillView>;
  /** Also after a failure. */
  resume(id: string): Promise<BackfillView>;
  /** For good; what was read stays. */
  cancel(id: string): Promise<BackfillView>;
  /** Removes those of a source that is deleted. */
  forget(sourceId: string): Promise<void>;
}

type Status = BackfillDoc['status'];

/** `BackfillService` over the state store; the work itself is done by the jobs. */
export function createBackfillService(parts: Parts): BackfillService {
  const { store, clock, newId } = parts;

  function rangeOf(source: ReadableSource, input: BackfillInput | BackfillPreviewBody): BackfillSelection {
    const { from, to, prefix, again } = input;
    if (from !== undefined && to !== undefined && from >= to) {
      throw new SiemError('invalid_input', 'to: must be later than the beginning of the range');
    }
    const own = source.prefix ?? '';
    if (prefix !== undefined && !prefix.startsWith(own)) {
      throw new SiemError('invalid_input', `prefix: must begin with the source's own prefix, ${own}`);
    }
    return { kind: 'range', from, to, prefix, again };
  }

  async function start(
    source: ReadableSource,
    selection: BackfillSelection,
    evaluate: boolean | undefined,
    actor: Actor,
  ): Promise<BackfillView> {
    const id = newId();
    const now = clock.now();
    const doc: BackfillDoc = {
      kind: 'backfill',
      source_id: source.id,
      status: 'active',
      at: now,
      created_by: actor.name,
      bucket: source.bucket,
      selection,
      evaluate: evaluate ?? false,
      done: noProgress(),
      page: noProgress(),
      ran: 0,
    };
    await prune(source.id, now - KEPT);
    await store.create(backfillId(id), doc);
    await store.refresh();
    return viewOf(id, doc, now);
  }

  async function prune(source_id: string, atBefore: number): Promise<void> {
    for (const status of ['completed', 'cancelled'] satisfies Status[]) {
      await store.removeWhere({ kind: 'backfill', equals: { source_id, status }, atBefore });
    }
  }

  async function read(id: string): Promise<Stored<BackfillDoc>> {
    const stored = await store.get<BackfillDoc>(backfillId(id));
    if (!stored) throw new SiemError('not_found', 'This backfill is not there, or no longer.');
    return stored;
  }

  /** Whoever runs it notices within some seconds. */
  async function turn(id: string, from: Status[], status: Status): Promise<BackfillView> {
    for (;;) {
      const { doc, version } = await read(id);
      if (doc.status === status) return viewOf(id, doc, clock.now());
      if (!from.includes(doc.status)) {
        throw new SiemError('conflict', `This backfill is ${doc.status}, so it cannot be changed so.`);
      }
      const ended_at = status === 'cancelled' ? clock.now() : undefined;
      const next: BackfillDoc = { ...doc, status, ended_at, error: undefined, beat: undefined };
      if ((await store.replace(backfillId(id), next, version)) === 'conflict') continue;
      await store.refresh();
      return viewOf(id, next, clock.now());
    }
  }

  return {
    async preview(body, signal) {
      const source = await parts.openSource(body.sourceId);
      const selection = rangeOf(source, body);
      const looking = { ...parts.engine.lookAt(source), source, indexed: parts.indexed };
      return previewBackfill(selection, looking, body.after, signal);
    },

    async create(input, actor) {
      const source = await parts.openSource(input.sourceId);
      return start(source, rangeOf(source, input), input.evaluate, actor);
    },

    async reingest({ sourceId, key, evaluate }, actor) {
      const source = await parts.openSource(sourceId);
      if (!(await parts.engine.lookAt(source).ledger.latest(key))) {
        throw new SiemError('not_found', `The source has not read s3://${source.bucket}/${key} so far.`);
      }
      return start(source, { kind: 'object', key }, evaluate, actor);
    },

    async replay({ sourceId, reason, key, evaluate }, actor) {
      const source = await parts.openSource(sourceId);
      return start(source, { kind: 'rejects', reason, key }, evaluate, actor);
    },

    async list(source_id) {
      const found = await store.find<BackfillDoc>({
        kind: 'backfill',
        equals: { source_id },
        sort: { field: 'at', order: 'desc' },
        limit: LISTED,
      });
      return found.map(({ id, doc }) => viewOf(id.slice(backfillId('').length), doc, clock.now()));
    },

    get: async (id) => viewOf(id, (await read(id)).doc, clock.now()),
    pause: (id) => turn(id, ['active'], 'paused'),
    resume: (id) => turn(id, ['paused', 'failed'], 'active'),
    cancel: (id) => turn(id, ['active', 'paused', 'failed'], 'cancelled'),

    async forget(source_id) {
      await store.removeWhere({ kind: 'backfill', equals: { source_id } });
    },
  };
}

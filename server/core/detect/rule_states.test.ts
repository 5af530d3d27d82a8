import { fakeStateStore } from '../../../test/fakes/state_store';
import type { StateStore } from '../ports';
import type { RuleState } from './rule_state';
import { createRuleStates } from './rule_states';
import { type RunsTogether, withRun } from './uneventful_runs';

const NOON = Date.parse('2026-01-15T12:00:00Z');
const MINUTE = 60_000;
const IDS = ['r1', 'r2', 'r3'];
const CREATED = '2026-01-01T00:00:00.000Z';

const rule = (id: string, createdAt = CREATED) => ({ id, createdAt });

/** The state after a run at a minute after noon. */
function ran(id: string, minute: number, before?: RuleState, made = 0, createdAt = CREATED): RuleState {
  const at = NOON + minute * MINUTE;
  const run = { at: new Date(at).toISOString(), took: 1, windows: 1, events: made, made, grown: 0 };
  return {
    kind: 'rule',
    rule_id: id,
    rule_created_at: createdAt,
    status: 'ok',
    at,
    epoch: minute,
    cursor: { seq: minute, time: at },
    run: { state: 'ok', lastRunAt: run.at, windows: 1, fired: made },
    recent: withRun(before?.recent ?? [], run, made === 0),
  };
}

/** A store that counts the documents it reads and writes. */
function countingStore() {
  const store = fakeStateStore();
  const counts = { read: 0, written: 0 };
  const counting: StateStore = {
    ...store,
    getMany: (ids) => ((counts.read += ids.length), store.getMany(ids)),
    bulk: (operations) => ((counts.written += operations.length), store.bulk(operations)),
  };
  const spent = () => {
    const so = { ...counts };
    counts.read = counts.written = 0;
    return so;
  };
  return { store, counting, spent };
}

const node = (store: StateStore) => createRuleStates(store, (id) => (id.startsWith('r') ? 'all' : id));
type Node = ReturnType<typeof node>;

/** One pass as the evaluator makes it: reads, runs, writes. `made` says who finds something. */
async function pass(
  states: Node,
  minute: number,
  { ids = IDS, made = [] as string[], createdAt = CREATED } = {},
) {
  const before = await states.read(
    ids.map((id) => rule(id, createdAt)),
    minute,
  );
  const writes = ids.map((id, index) => ({
    state: ran(id, minute, before[index], made.includes(id) ? 1 : 0, createdAt),
    uneventful: before[index] !== undefined && !made.includes(id),
  }));
  return { before, outcomes: await states.write(writes, minute) };
}

describe('states of rules', () => {
  it('cost one write a slice where nothing is found, and no read while the node stays the same', async () => {
    const { counting, spent } = countingStore();
    const states = node(counting);
    await pass(states, 1);
    spent();
    const { before, outcomes } = await pass(states, 2);
    expect(before.map((state) => state?.at)).toEqual(IDS.map(() => NOON + MINUTE));
    expect(outcomes).toEqual(['done', 'done', 'done']);
    expect(spent()).toEqual({ read: 0, written: 1 });
    await pass(states, 3, { made: ['r2'] });
    expect(spent()).toEqual({ read: 0, written: 2 });
  });

  it('are for another node what they were for the one before', async () => {
    const { store } = countingStore();
    const first = node(store);
    await pass(first, 1);
    await pass(first, 2, { made: ['r2'] });
    await pass(first, 3);
    const [r1, r2] = await node(store).read([rule('r1'), rule('r2')], 4);
    expect(r1).toMatchObject({ at: NOON + 3 * MINUTE, cursor: { seq: 3 } });
    expect(r1?.recent?.map(({ uneventful }) => uneventful?.runs)).toEqual([3]);
    expect(r2?.recent?.map(({ made, uneventful }) => [made, uneventful?.runs])).toEqual([
      [0, 1],
      [1, undefined],
      [0, 1],
    ]);
    expect(await node(store).status(rule('r1'))).toMatchObject({ lastRunAt: '2026-01-15T12:03:00.000Z' });
    expect(await node(store).recent(rule('r2'))).toEqual(r2?.recent);
  });

  it('stand as another node has written them, whatever the one before still writes', async () => {
    const { store } = countingStore();
    const first = node(store);
    const second = node(store);
    await pass(first, 1);
    const sleeping = await first.read(
      IDS.map((id) => rule(id)),
      2,
    );
    await pass(second, 3, { made: ['r1'] });
    const late = IDS.map((id, index) => ({ state: ran(id, 2, sleeping[index]), uneventful: true }));
    expect(await first.write(late, 2)).toEqual(['conflict', 'conflict', 'conflict']);
    const made = [{ state: ran('r1', 2, sleeping[0], 1), uneventful: false }];
    expect(await first.write(made, 2)).toEqual(['conflict']);
    const { before, outcomes } = await pass(first, 4);
    expect(before.map((state) => state?.cursor.seq)).toEqual([3, 3, 3]);
    expect(outcomes).toEqual(['done', 'done', 'done']);
  });

  it('are not written by a pass of this node after a later one has begun', async () => {
    const states = node(countingStore().store);
    await pass(states, 1);
    const before = await states.read([rule('r1')], 2);
    await pass(states, 3);
    const late = [{ state: ran('r1', 2, before[0]), uneventful: true }];
    expect(await states.write(late, 2)).toEqual(['conflict']);
    expect((await states.read([rule('r1')], 4))[0]?.cursor.seq).toBe(3);
  });

  it('are read again after a write whose outcome is unknown', async () => {
    const { store } = countingStore();
    let broken = false;
    const states = node({
      ...store,
      bulk: async (operations) => {
        const outcomes = await store.bulk(operations);
        if (broken) throw new Error('the connection was lost');
        return outcomes;
      },
    });
    await pass(states, 1);
    broken = true;
    await expect(pass(states, 2)).rejects.toThrow('lost');
    broken = false;
    const { before, outcomes } = await pass(states, 3);
    expect(before[0]?.cursor.seq).toBe(2);
    expect(outcomes).toEqual(['done', 'done', 'done']);
  });

  it('begin anew for a rule that is deleted and made again', async () => {
    const { store } = countingStore();
    const states = node(store);
    await pass(states, 1);
    await pass(states, 2);
    await states.forget('r1');
    expect(await states.status(rule('r1'))).toBeUndefined();
    await pass(states, 3, { ids: ['r2', 'r3'] });
    const { before, outcomes } = await pass(states, 4);
    expect(before[0]).toBeUndefined();
    expect(outcomes).toEqual(['done', 'done', 'done']);
    expect(await states.status(rule('r1'))).toMatchObject({ lastRunAt: '2026-01-15T12:04:00.000Z' });
  });

  it.each([
    ['and its state with it', async (states: Node) => states.forget('r1')],
    ['on another node, before this one wrote what it was about to', async () => undefined],
  ])('begin anew for a rule that is made with the id of one that was deleted, %s', async (_, forget) => {
    const { store } = countingStore();
    const states = node(store);
    const ids = ['r1'];
    await pass(states, 1, { ids });
    await pass(states, 2, { ids });
    await forget(states);
    const createdAt = '2026-01-15T12:02:30.000Z';
    expect(await states.status(rule('r1', createdAt))).toBeUndefined();
    expect(await states.recent(rule('r1', createdAt))).toEqual([]);
    // Nothing ran in the slice in between, so that its claims follow each other.
    const { before, outcomes } = await pass(states, 3, { ids, createdAt });
    expect([before, outcomes]).toEqual([[undefined], ['done']]);
    expect((await pass(states, 4, { ids, createdAt })).before[0]?.cursor.seq).toBe(3);
    expect((await node(store).read([rule('r1', createdAt)], 9))[0]?.cursor.seq).toBe(4);
  });

  it('of rules that are off for a while stay, those of deleted ones go when the slice is read anew', async () => {
    const { store } = countingStore();
    const states = node(store);
    await pass(states, 1);
    await pass(states, 2);
    await states.forget('r3');
    await pass(node(store), 3, { ids: ['r2'] });
    const slice = await store.get<{ together: RunsTogether[] }>('rule_slice:all');
    expect(slice?.doc.together.flatMap(({ rules }) => rules).sort()).toEqual(['r1', 'r2']);
    expect((await states.read([rule('r1')], 9))[0]?.cursor.seq).toBe(2);
  });
});

import { fakeClock, settle, type FakeClock } from '../../../test/fakes/clock';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { Logger, StateStore } from '../ports';
import { createScheduler, type Job, type Scheduler } from './scheduler';
import { SLICES, sliceOf } from './slices';

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };
const MINUTE = 60_000;

function node(
  owner: string,
  parts: { state: StateStore; clock: FakeClock; jobs: () => Job[]; logger?: Logger },
): Scheduler {
  return createScheduler({
    logger: silent,
    turnEvery: 1_000,
    ...parts,
    owner,
    jobs: async () => parts.jobs(),
  });
}

/** A job that ends when it is told to. */
function heldJob(id = 'job'): { job: Job; runs: number[]; end(): void; signals: AbortSignal[] } {
  const runs: number[] = [];
  const epochs = new Set<number>();
  const signals: AbortSignal[] = [];
  let end: () => void = () => {};
  const job: Job = {
    id,
    every: MINUTE,
    run: ({ epoch, signal }) => {
      epochs.add(epoch);
      runs.push([...epochs].indexOf(epoch) + 1);
      signals.push(signal);
      return new Promise<void>((resolve) => (end = resolve));
    },
  };
  return { job, runs, signals, end: () => end() };
}

describe('the scheduler', () => {
  it('runs a job when it is due, on one of several nodes', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    let runs = 0;
    const jobs = () => [{ id: 'job', every: MINUTE, run: async () => void runs++ }];
    const nodes = ['a', 'b', 'c'].map((owner) => node(owner, { state, clock, jobs }));
    nodes.forEach((each) => each.start());
    await clock.advance(0);
    expect(runs).toBe(1);
    await clock.advance(10 * MINUTE + 5_000);
    expect(runs).toBe(11);
    await Promise.all(nodes.map((each) => each.stop()));
  });

  it('names each outcome', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    const held = heldJob();
    const bad: Job = { id: 'bad', every: MINUTE, run: () => Promise.reject(new Error('no')) };
    const a = node('a', { state, clock, jobs: () => [held.job, bad] });
    const b = node('b', { state, clock, jobs: () => [held.job] });
    const first = a.turn();
    await settle();
    expect(await a.turn()).toEqual([
      { id: 'job', outcome: 'running_here' },
      { id: 'bad', outcome: 'not_due' },
    ]);
    expect(await b.turn()).toEqual([{ id: 'job', outcome: 'not_due' }]);
    await clock.advance(MINUTE);
    expect(await b.turn()).toEqual([{ id: 'job', outcome: 'claimed_elsewhere' }]);
    held.end();
    expect(await first).toEqual([
      { id: 'job', outcome: 'completed' },
      { id: 'bad', outcome: 'failed' },
    ]);
  });

  it('keeps a long run to itself by renewing', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    const held = heldJob();
    const nodes = ['a', 'b'].map((owner) => node(owner, { state, clock, jobs: () => [held.job] }));
    nodes.forEach((each) => each.start());
    await clock.advance(20 * MINUTE);
    expect(held.runs).toEqual([1]);
    expect(held.signals[0]?.aborted).toBe(false);
    held.end();
    await Promise.all(nodes.map((each) => each.stop()));
  });

  it('lets no slow or failing job hold up another', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    const held = heldJob('slow');
    let runs = 0;
    const a = node('a', {
      state,
      clock,
      jobs: () => [
        held.job,
        { id: 'bad', every: MINUTE, run: () => Promise.reject(new Error('no')) },
        { id: 'good', every: MINUTE, run: async () => void runs++ },
      ],
    });
    a.start();
    await clock.advance(5 * MINUTE + 5_000);
    expect(runs).toBe(6);
    held.end();
    await a.stop();
  });

  it('replaces a node that died within two lease lengths, and aborts it when it comes back', async () => {
    const state = fakeStateStore();
    const clockOfA = fakeClock();
    const clockOfB = fakeClock();
    const held = heldJob();
    const a = node('a', { state, clock: clockOfA, jobs: () => [held.job] });
    const b = node('b', { state, clock: clockOfB, jobs: () => [{ ...held.job, every: 1_000 }] });
    const outcome = a.turn();
    await settle();
    b.start();
    await clockOfB.advance(29_000);
    expect(held.runs).toEqual([1]);
    await clockOfB.advance(31_000);
    expect(held.runs).toEqual([1, 2]);
    expect(held.signals[0]?.aborted).toBe(false);

    const endOfB = held.end;
    await clockOfA.advance(60_000);
    expect(held.signals[0]?.aborted).toBe(true);
    expect(held.signals[1]?.aborted).toBe(false);
    endOfB();
    await b.stop();
    void outcome;
  });

  it('gives up by its own clock when OpenSearch stays away', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    const held = heldJob();
    const a = node('a', {
      state: { ...state, replace: () => new Promise(() => {}) },
      clock,
      jobs: () => [held.job],
    });
    const outcome = a.turn();
    await settle();
    await clock.advance(29_000);
    expect(held.signals[0]?.aborted).toBe(false);
    await clock.advance(2_000);
    expect(held.signals[0]?.aborted).toBe(true);
    held.end();
    expect(await outcome).toEqual([{ id: 'job', outcome: 'lease_lost' }]);
  });

  it('goes on after an outage, whatever throws', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    let away = true;
    let looks = 0;
    let runs = 0;
    const a = node('a', {
      state: {
        ...state,
        getMany: async (ids) => {
          looks++;
          if (away) throw new Error('away');
          return state.getMany(ids);
        },
      },
      clock,
      jobs: () => [{ id: 'job', every: MINUTE, run: async () => void runs++ }],
    });
    a.start();
    await clock.advance(5 * MINUTE);
    expect(runs).toBe(0);
    expect(looks).toBeLessThan(30);
    away = false;
    await clock.advance(15_000);
    expect(runs).toBe(1);
    await a.stop();
  });

  it('tells running work to end when it stops, and waits for it', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    const held = heldJob();
    const a = node('a', { state, clock, jobs: () => [held.job] });
    a.start();
    await clock.advance(0);
    let stopped = false;
    const stop = a.stop().then(() => (stopped = true));
    await settle();
    expect(held.signals[0]?.aborted).toBe(true);
    expect(stopped).toBe(false);
    held.end();
    await stop;
    const b = node('b', { state, clock, jobs: () => [{ ...held.job, every: 1 }] });
    await clock.advance(10);
    void b.turn();
    await settle();
    expect(held.runs).toEqual([1, 2]);
    held.end();
  });

  it('follows a changed interval and survives a clock that is set back', async () => {
    const state = fakeStateStore();
    const clock = fakeClock();
    let every = 60 * MINUTE;
    let runs = 0;
    const jobs = () => [{ id: 'job', every, run: async () => void runs++ }];
    const a = node('a', { state, clock, jobs });
    await a.turn();
    await clock.advance(2 * MINUTE);
    await a.turn();
    expect(runs).toBe(1);
    every = MINUTE;
    await a.turn();
    expect(runs).toBe(2);
    const b = node('b', { state, clock: fakeClock(clock.now() - 600 * MINUTE), jobs });
    await b.turn();
    expect(runs).toBe(3);
  });
});

describe('slices', () => {
  it('spreads ids over all slices', () => {
    const used = new Set(Array.from({ length: 2_000 }, (_, n) => sliceOf(`rule-${n}`)));
    expect(used.size).toBe(SLICES);
  });
});

import { fakeClock, settle } from '../../../test/fakes/clock';
import { source } from '../../../test/fakes/ingest_engine';
import type { RunnableSource } from '../manage/sources';
import { createPollJobs } from './poll_jobs';

const flows: RunnableSource = {
  id: 's1',
  name: 'flows',
  pollInterval: '1m',
  queued: false,
  revision: '1',
  open: () => source,
};

async function startPoll(signal = new AbortController().signal) {
  const clock = fakeClock();
  let runnable: () => RunnableSource[] = () => [flows];
  let polled: AbortSignal | undefined;
  const failures: unknown[] = [];
  const jobs = createPollJobs({
    clock,
    sources: { runnable: async () => runnable() },
    engine: {
      async pollSource(_source, given) {
        polled = given;
        await new Promise((resolve) => given.addEventListener('abort', resolve));
      },
      fail: async (_id, error) => void failures.push(error),
    },
  });
  const [job] = await jobs();
  const run = job?.run({ signal });
  await settle();
  return {
    clock,
    run,
    jobs,
    failures,
    aborted: () => polled?.aborted,
    set: (next: typeof runnable) => void (runnable = next),
  };
}

describe('a poll under way', () => {
  it.each([
    ['switched off or deleted', () => []],
    ['changed', () => [{ ...flows, revision: '2' }]],
  ])('ends within five seconds of its source being %s', async (_name, next) => {
    const poll = await startPoll();
    await poll.clock.advance(60_000);
    expect(poll.aborted()).toBe(false);
    poll.set(next);
    await poll.clock.advance(5_000);
    expect(poll.aborted()).toBe(true);
    await poll.run;
    expect(poll.failures).toEqual([]);
  });

  it('goes on while the sources cannot be read', async () => {
    const poll = await startPoll();
    poll.set(() => {
      throw new Error('down');
    });
    await poll.clock.advance(20_000);
    expect(poll.aborted()).toBe(false);
    poll.set(() => []);
    await poll.clock.advance(5_000);
    await poll.run;
  });

  it('ends with the lease', async () => {
    const lease = new AbortController();
    const poll = await startPoll(lease.signal);
    lease.abort();
    await poll.clock.advance(0);
    await poll.run;
    expect(poll.aborted()).toBe(true);
  });
});

it('a source whose secret cannot be opened says so', async () => {
  const failures: string[] = [];
  const locked = {
    ...flows,
    open: () => {
      throw new Error('no key');
    },
  };
  const jobs = createPollJobs({
    clock: fakeClock(),
    sources: { runnable: async () => [locked] },
    engine: { pollSource: async () => undefined, fail: async (id) => void failures.push(id) },
  });
  await (await jobs())[0]?.run({ signal: new AbortController().signal });
  expect(failures).toEqual(['s1']);
});

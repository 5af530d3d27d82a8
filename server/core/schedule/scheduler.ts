import type { Clock, Logger, StateStore } from '../ports';
import { createLeases, type Lease, type LeaseState } from './lease';

/** Work that one node of the cluster does at a time, under a lease named after it. */
export interface Job {
  id: string;
  /** Milliseconds from the start of one run to the start of the next. */
  every: number;
  /**
   * Ends soon after `signal` aborts; `epoch` fences what it writes against an earlier holder. `isHeld` asks the store: whoever holds the
   * lease later sees all that was stored before the answer was yes.
   */
  run(context: Pick<Lease, 'signal' | 'epoch' | 'isHeld'>): Promise<void>;
}

export type Outcome =
  'not_due' | 'running_here' | 'claimed_elsewhere' | 'completed' | 'failed' | 'lease_lost';

/** How long is waited at most before jobs are looked at again while OpenSearch is away. */
const LONGEST_WAIT = 15_000;

interface Options {
  state: StateStore;
  clock: Clock;
  logger: Logger;
  /** Unlike any other process's. */
  owner: string;
  /** The jobs there are now; asked at each turn, so it should answer from memory. */
  jobs(): Promise<Job[]>;
  /** How often is looked for due jobs, in milliseconds. */
  turnEvery?: number;
  leaseLength?: number;
}

export interface Scheduler {
  start(): void;
  /** Looks for due jobs once and starts them; resolves with their outcomes when they end. For tests and for "run now". */
  turn(): Promise<Array<{ id: string; outcome: Outcome }>>;
  /** Tells running work to end and waits until it has. */
  stop(): Promise<void>;
}

/** Runs jobs when they are due, each on one node at a time. A slow or failing job holds up no other. */
export function createScheduler(options: Options): Scheduler {
  const { state, clock, logger, owner, jobs } = options;
  const turnEvery = options.turnEvery ?? 500;
  const leases = createLeases({ state, clock, owner, length: options.leaseLength ?? 30_000 });
  const stopping = new AbortController();
  const running = new Map<string, Promise<Outcome>>();
  /** How each job failed last: what goes on failing in the same way is logged once. */
  const failures = new Map<string, string>();
  /** Ends each run that is under way; a listener a run on one signal would be more than Node takes without a warning. */
  const ending = new Set<() => void>();
  let loop: Promise<void> | undefined;

  async function beginTurn(): Promise<Array<{ id: string; outcome: Promise<Outcome> | Outcome }>> {
    const current = await jobs();
    const idle = current.filter(({ id }) => !running.has(id));
    const looks = await leases.look(idle.map(({ id }) => id));
    return current.map((job) => {
      const look = looks[idle.indexOf(job)];
      if (!look) return { id: job.id, outcome: 'running_here' };
      if (stopping.signal.aborted || !isDue(job, look)) return { id: job.id, outcome: 'not_due' };
      const outcome = runOnce(job, look).finally(() => running.delete(job.id));
      running.set(job.id, outcome);
      return { id: job.id, outcome };
    });
  }

  /** A last run in the future means that a clock was set back; waiting for it could take for ever. */
  function isDue({ every }: Job, { lastClaimedAt }: LeaseState): boolean {
    const now = clock.now();
    return lastClaimedAt === undefined || lastClaimedAt > now + every || now - lastClaimedAt >= every;
  }

  async function runOnce(job: Job, look: LeaseState): Promise<Outcome> {
    try {
      const lease = await look.claim();
      if (lease === 'claimed_elsewhere') return 'claimed_elsewhere';
      const ended = new AbortController();
      const end = () => ended.abort();
      ending.add(end);
      lease.signal.addEventListener('abort', end, { once: true });
      if (stopping.signal.aborted || lease.signal.aborted) end();
      const result = await attempt(job, { signal: ended.signal, epoch: lease.epoch, isHeld: lease.isHeld });
      ending.delete(end);
      if ((await lease.release()) === 'lost') return 'lease_lost';
      return result;
    } catch (error) {
      logger.warn(`The job ${job.id} could not be claimed or released: ${messageOf(error)}`);
      return 'failed';
    }
  }

  async function attempt(job: Job, context: Parameters<Job['run']>[0]): Promise<'completed' | 'failed'> {
    try {
      await job.run(context);
      failures.delete(job.id);
      return 'completed';
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (!context.signal.aborted && failures.get(job.id) !== failure) {
        failures.set(job.id, failure);
        logger.error(`The job ${job.id} failed: ${messageOf(error)}`);
      }
      return 'failed';
    }
  }

  async function run(): Promise<void> {
    for (let wait = turnEvery; !stopping.signal.aborted;) {
      try {
        await beginTurn();
        wait = turnEvery;
      } catch (error) {
        if (wait === turnEvery) logger.warn(`Jobs wait until OpenSearch answers again: ${messageOf(error)}`);
        wait = Math.min(LONGEST_WAIT, wait * 2);
      }
      await clock.sleep(wait, stopping.signal);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    async turn() {
      const begun = await beginTurn();
      return Promise.all(begun.map(async ({ id, outcome }) => ({ id, outcome: await outcome })));
    },
    async stop() {
      stopping.abort();
      for (const end of ending) end();
      await loop;
      await Promise.all(running.values());
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

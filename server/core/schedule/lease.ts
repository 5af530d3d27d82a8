import type { Clock, StateFields, StateStore, StateVersion } from '../ports';

/** What `.siem-state` keeps of a lease, under `lease:<name>`. */
interface LeaseDocument extends StateFields {
  kind: 'lease';
  /** The name. */
  key: string;
  status: 'held' | 'free';
  owner: string;
  /** Grows by one with each claim: whoever writes under a lease fences off older holders with it. */
  epoch: number;
  /** When the last claim was made, epoch milliseconds of its owner's clock. */
  at: number;
  /** Changes with each renewal, so that the document's version does. */
  beat: number;
}

/** A claim that went through. Work under it ends as soon as `signal` aborts. */
export interface Lease {
  epoch: number;
  signal: AbortSignal;
  /** Asks the store: whoever holds it later sees all that was stored before the answer was yes. */
  isHeld(): Promise<boolean>;
  /** Frees the lease, unless it was lost. */
  release(): Promise<'released' | 'lost'>;
}

export interface LeaseState {
  /** Epoch milliseconds; undefined where nobody has claimed it yet. */
  lastClaimedAt?: number;
  claim(): Promise<Lease | 'claimed_elsewhere'>;
}

interface Options {
  state: StateStore;
  clock: Clock;
  /** Unlike any other process's, a restarted one of the same node included. */
  owner: string;
  /** How long a holder may be silent, in milliseconds. */
  length: number;
}

export interface Leases {
  /** Reads leases, in the order of `names`; the versions read are what a claim compares with. */
  look(names: string[]): Promise<LeaseState[]>;
}

/**
 * Leases by compare-and-set on documents. No two machines' clocks are compared: a lease has expired when its document was seen
 * unchanged for the lease's length by one's own monotonic clock, and a holder gives up by its own when it could not renew for as long.
 */
export function createLeases({ state, clock, owner, length }: Options): Leases {
  const seen = new Map<string, { version: StateVersion; since: number }>();

  function expired(name: string, version: StateVersion): boolean {
    const before = seen.get(name);
    if (before?.version.seqNo === version.seqNo && before.version.primaryTerm === version.primaryTerm) {
      return clock.monotonic() - before.since >= length;
    }
    seen.set(name, { version, since: clock.monotonic() });
    return false;
  }

  async function claim(name: string, current?: { doc: LeaseDocument; version: StateVersion }) {
    const startedAt = clock.monotonic();
    const doc: LeaseDocument = {
      kind: 'lease',
      key: name,
      status: 'held',
      owner,
      // The first one is the time, so that even with the state lost and made anew it is above all earlier ones.
      epoch: current ? current.doc.epoch + 1 : clock.now(),
      at: clock.now(),
      beat: 0,
    };
    const id = idOf(name);
    const version = current ? await state.replace(id, doc, current.version) : await state.create(id, doc);
    return version === 'conflict' ? 'claimed_elsewhere' : hold(doc, version, startedAt);
  }

  function hold(doc: LeaseDocument, claimed: StateVersion, claimedAt: number): Lease {
    const lost = new AbortController();
    const done = new AbortController();
    let version = claimed;

    /** Renewals count from before they were sent: others count from after they were stored. */
    async function keep(): Promise<void> {
      let renewedAt = claimedAt;
      for (;;) {
        await clock.sleep(length / 4, done.signal);
        if (done.signal.aborted) return;
        const startedAt = clock.monotonic();
        const outcome = await before(renewedAt + length, renew());
        if (outcome === 'conflict' || clock.monotonic() - renewedAt >= length) {
          lost.abort(new Error(`the lease ${doc.key} was lost`));
          return;
        }
        if (outcome === 'renewed') renewedAt = startedAt;
      }
    }

    /** An answer that does not come in time is as good as none. */
    async function before(
      deadline: number,
      answer: Promise<'renewed' | 'conflict' | 'unknown'>,
    ): Promise<'renewed' | 'conflict' | 'unknown'> {
      const answered = new AbortController();
      const late = clock.sleep(deadline - clock.monotonic(), answered.signal).then(() => 'unknown' as const);
      const outcome = await Promise.race([answer, late]);
      answered.abort();
      return outcome;
    }

    async function renew(): Promise<'renewed' | 'conflict' | 'unknown'> {
      try {
        const next = { ...doc, beat: doc.beat + 1 };
        const answer = await state.replace(idOf(doc.key), next, version);
        if (answer === 'conflict') return 'conflict';
        doc = next;
        version = answer;
        return 'renewed';
      } catch {
        // OpenSearch is away; the lease is lost by our own clock unless it comes back in time.
        return 'unknown';
      }
    }

    const keeping = keep();
    return {
      epoch: doc.epoch,
      signal: lost.signal,
      isHeld: async () => (await state.get<LeaseDocument>(idOf(doc.key)))?.doc.epoch === doc.epoch,
      async release() {
        done.abort();
        await keeping;
        if (lost.signal.aborted) return 'lost';
        const answer = await state.replace(idOf(doc.key), { ...doc, status: 'free' }, version);
        return answer === 'conflict' ? 'lost' : 'released';
      },
    };
  }

  return {
    async look(names) {
      const stored = await state.getMany<LeaseDocument>(names.map(idOf));
      return names.map((name, index) => {
        const current = stored[index];
        if (!current) return { claim: () => claim(name) };
        const { doc, version } = current;
        // Our own document of an earlier claim is no exception: it was not released, so its outcome is unknown.
        const claimable = doc.status === 'free' || expired(name, version);
        return {
          lastClaimedAt: doc.at,
          claim: async () => (claimable ? claim(name, current) : 'claimed_elsewhere'),
        };
      });
    },
  };
}

function idOf(name: string): string {
  return `lease:${name}`;
}

import type { NodeHealth } from '../../../common/health';
import type { Clock, Logger, StateFields, StateStore } from '../ports';

const BEAT_EVERY = 30_000;
/** A node that was silent for longer is away. */
const AWAY_AFTER = 150_000;
/** And after this it is no more. */
const FORGOTTEN_AFTER = 86_400_000;
const MAX_NODES = 1_000;

interface NodeDoc extends StateFields {
  kind: 'node';
  /** The process, unlike any other's. */
  key: string;
  /** Last beat, epoch milliseconds. */
  at: number;
  name: string;
  version: string;
  roles: string[];
  worker: NodeHealth['worker'];
}

export type OwnNode = Pick<NodeDoc, 'key' | 'name' | 'version' | 'roles'>;

/** Keeps saying that this node is there, and how its worker threads do. */
export function createNodeBeat(parts: {
  state: StateStore;
  clock: Clock;
  logger: Logger;
  node: OwnNode;
  worker(): NodeHealth['worker'];
}) {
  const { state, clock, logger, node } = parts;
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const doc: NodeDoc = { kind: 'node', ...node, at: clock.now(), worker: parts.worker() };
      await state
        .put(idOf(node.key), doc)
        .catch((error: Error) => logger.debug(`This node could not say that it is there: ${error.message}`));
      await clock.sleep(BEAT_EVERY, stopping.signal);
    }
  }

  return {
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
      // A node that leaves in order is not missed.
      if (loop) await state.remove(idOf(node.key)).catch(() => undefined);
    },
  };
}

/** The nodes heard of within a day; of those away, only the ones that nothing on the same machine has followed. */
export async function readNodes(state: StateStore, now: number): Promise<NodeHealth[]> {
  const docs = (await state.find<NodeDoc>({ kind: 'node', limit: MAX_NODES })).map(({ doc }) => doc);
  const nodes = docs
    .filter(({ at }) => now - at < FORGOTTEN_AFTER)
    .map(({ key, name, version, roles, worker, at }) => ({
      id: key,
      name,
      version,
      roles,
      worker,
      seenAt: new Date(at).toISOString(),
      alive: now - at < AWAY_AFTER,
    }));
  const alive = new Set(nodes.filter((node) => node.alive).map(({ name }) => name));
  return nodes
    .filter((node) => node.alive || !alive.has(node.name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Removes what nodes said that are no more. */
export async function forgetNodes(state: StateStore, now: number): Promise<void> {
  await state.removeWhere({ kind: 'node', atBefore: now - FORGOTTEN_AFTER });
}

function idOf(key: string): string {
  return `node:${key}`;
}

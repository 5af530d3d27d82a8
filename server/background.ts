import { asSiemError } from './core/errors';
import type { Clock, Logger } from './core/ports';

const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

interface Parts {
  clock: Clock;
  logger: Logger;
  /** Makes what background work needs in OpenSearch (state index, templates); called again until it succeeds. */
  prepare(): Promise<void>;
  run(): void;
  end(): Promise<void>;
}

export interface Background {
  /** Returns at once: OpenSearch may come later than OSD, and OSD must start all the same. */
  start(): void;
  stop(): Promise<void>;
  state(): { on: boolean; reason?: string };
}

/** Polling, rules and deliveries: begun once OpenSearch is ready for them, with the reason at hand while it is not. */
export function createBackground({ clock, logger, prepare, run, end }: Parts): Background {
  const stopping = new AbortController();
  let state: { on: boolean; reason?: string } = { on: false, reason: 'Starting.' };
  let started: Promise<void> | undefined;

  async function begin(): Promise<void> {
    for (let delay = FIRST_RETRY; !stopping.signal.aborted; delay = Math.min(delay * 2, LONGEST_RETRY)) {
      try {
        await prepare();
        run();
        state = { on: true };
        return;
      } catch (thrown) {
        const { message } = asSiemError(thrown);
        if (state.reason !== message) logger.error(`Background work of AWS SIEM is off: ${message}`);
        state = { on: false, reason: message };
        await clock.sleep(delay, stopping.signal);
      }
    }
  }

  return {
    start() {
      started ??= begin();
    },
    async stop() {
      stopping.abort();
      await started;
      await end();
      state = { on: false, reason: 'Stopped.' };
    },
    state: () => state,
  };
}

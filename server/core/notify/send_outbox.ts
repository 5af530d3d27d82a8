import { asSiemError, type SiemError } from '../errors';
import type { ReadableChannel } from '../manage/channels';
import type { Clock, Outbound, StateStore, Stored } from '../ports';
import type { Registry } from '../registry';
import type { ChannelStates } from './channel_state';
import type { ChannelType } from './channel_type';
import { composeMessage } from './compose_message';
import { deliveryIdOf, type OutboxEntry } from './outbox';

const ENTRIES_PER_RUN = 200;
/** A channel that takes longer than this goes on in the next run, so that it holds up no other for long. */
const TIME_PER_RUN = 20_000;
const SETTLE_AGAIN = 1_000;
const FIRST_DELAY = 5_000;
const LONGEST_DELAY = 30 * 60_000;
const GIVE_UP_AFTER = 24 * 3_600_000;

interface Parts {
  state: StateStore;
  /** Fails with `not_found` where the channel is gone, and otherwise where it may not be used now. */
  channels: { readable(id: string): Promise<ReadableChannel> };
  channelTypes: Registry<ChannelType>;
  channelStates: ChannelStates;
  outbound: Outbound;
  clock: Clock;
  /** From 0 to 1. */
  random(): number;
  publicUrl?: string;
}

type Entry = Stored<OutboxEntry>;

/**
 * Sends what is due, channels side by side. What fails in passing is tried again, later each time; what fails for good, or for a day, is
 * marked. To be run under a lease: a message is sent twice only if the process dies between sending it and writing that down.
 */
export function createOutboxSender(parts: Parts): {
  run(context: { signal: AbortSignal }): Promise<void>;
} {
  const { state, clock, channels, channelStates, outbound } = parts;

  /** The search may be a second old, so each entry is read again: one that was just delivered must not go out twice. */
  async function dueEntries(): Promise<Entry[]> {
    const now = clock.now();
    const found = await state.find<OutboxEntry>({
      kind: 'outbox',
      equals: { status: 'waiting' },
      dueBefore: now,
      sort: { field: 'due_at', order: 'asc' },
      limit: ENTRIES_PER_RUN,
    });
    const current = await state.getMany<OutboxEntry>(found.map(({ id }) => id));
    return current.flatMap((entry) =>
      entry?.doc.status === 'waiting' && (entry.doc.due_at ?? 0) <= now ? [entry] : [],
    );
  }

  async function sendToChannel(id: string, entries: Entry[], signal: AbortSignal): Promise<void> {
    const startedAt = clock.monotonic();
    let channel: ReadableChannel;
    try {
      channel = await channels.readable(id);
    } catch (thrown) {
      const error = asSiemError(thrown);
      const gone = error.code === 'not_found';
      for (const entry of entries) await (gone ? fail(entry, error) : postpone(entry, error));
      if (!gone) await channelStates.record(id, { delivered: false, error });
      return;
    }

    let delivered = false;
    let problem: SiemError | undefined;
    for (const [index, entry] of entries.entries()) {
      if (signal.aborted || clock.monotonic() - startedAt > TIME_PER_RUN) break;
      problem = await deliver(channel, entry, signal);
      delivered ||= problem === undefined;
      if (problem?.retryable) {
        // The next ones would most likely fail alike; they wait as long, which lets other channels' entries come first.
        for (const waiting of entries.slice(index + 1)) await postpone(waiting, problem);
        break;
      }
    }
    if (delivered || problem) await channelStates.record(id, { delivered, error: problem });
  }

  async function deliver(
    channel: ReadableChannel,
    entry: Entry,
    signal: AbortSignal,
  ): Promise<SiemError | undefined> {
    const { alert, event, attempts } = entry.doc;
    const tried = { ...entry, doc: { ...entry.doc, attempts: attempts + 1 } };
    let detail: string;
    try {
      const occasion = { event, deliveryId: deliveryIdOf(entry.doc), now: clock.now() };
      ({ detail } = await outbound.send(composeMessage(parts, channel, alert, occasion), signal));
    } catch (thrown) {
      const error = asSiemError(thrown);
      await (error.retryable ? postpone(tried, error) : fail(tried, error));
      return error;
    }
    await settleDelivered(tried, detail, signal);
    return undefined;
  }

  /** What is not written down is sent again, so an OpenSearch that is away for a moment is waited for. */
  async function settleDelivered(entry: Entry, outcome: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        return await settle(entry, { status: 'delivered', outcome });
      } catch (error) {
        if (signal.aborted) throw error;
        await clock.sleep(SETTLE_AGAIN, signal);
      }
    }
  }

  async function postpone(entry: Entry, error: SiemError): Promise<void> {
    const { at, attempts } = entry.doc;
    if (clock.now() - at >= GIVE_UP_AFTER) return fail(entry, error);
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 20));
    const due_at = Math.round(clock.now() + delay * (0.5 + parts.random() / 2));
    await settle(entry, { status: 'waiting', due_at, outcome: error.message });
  }

  function fail(entry: Entry, error: SiemError): Promise<void> {
    return settle(entry, { status: 'failed', outcome: error.message });
  }

  /** A conflict means that another sender has settled the entry, which then stands. */
  async function settle({ id, doc, version }: Entry, changes: Partial<OutboxEntry>): Promise<void> {
    const { due_at: _due, ...kept } = doc;
    await state.replace<OutboxEntry>(id, { ...kept, ...changes }, version);
  }

  return {
    async run({ signal }) {
      const byChannel = new Map<string, Entry[]>();
      for (const entry of await dueEntries()) {
        const { channel_id } = entry.doc;
        byChannel.set(channel_id, [...(byChannel.get(channel_id) ?? []), entry]);
      }
      const sent = await Promise.allSettled(
        [...byChannel].map(([id, entries]) => sendToChannel(id, entries, signal)),
      );
      const failed = sent.find((result) => result.status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

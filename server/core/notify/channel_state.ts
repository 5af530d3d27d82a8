import type { ChannelStatus } from '../../../common/channel';
import type { Clock, StateFields, StateStore } from '../ports';
import type { SiemError } from '../errors';

/** How deliveries to a channel went, under `channel:<id>`. */
interface ChannelState extends StateFields {
  kind: 'channel';
  channel_id: string;
  at: number;
  status: 'ok' | 'failing';
  lastDeliveryAt?: string;
  lastError?: { code: string; message: string; at: string };
}

export interface ChannelStates {
  /** What a page shows of a channel; undefined before its first message. */
  status(id: string): Promise<ChannelStatus | undefined>;
  /** Keeps how the newest tries went; `error` is that of the last one, if it failed. */
  record(id: string, result: { delivered: boolean; error?: SiemError }): Promise<void>;
  forget(id: string): Promise<void>;
}

export function createChannelStates({ state, clock }: { state: StateStore; clock: Clock }): ChannelStates {
  return {
    async status(id) {
      const count = (status: string) => state.count({ kind: 'outbox', equals: { channel_id: id, status } });
      const [stored, delivered, waiting] = await Promise.all([
        state.get<ChannelState>(idOf(id)),
        count('delivered'),
        count('waiting'),
      ]);
      if (!stored && waiting === 0) return undefined;
      const { lastDeliveryAt, lastError, status = 'ok' } = stored?.doc ?? {};
      return {
        state: stored ? status : 'unused',
        ...(lastDeliveryAt && { lastDeliveryAt }),
        ...(lastError && { lastError }),
        delivered,
        waiting,
      };
    },

    async record(id, { delivered, error }) {
      const now = clock.now();
      const at = new Date(now).toISOString();
      const before = (await state.get<ChannelState>(idOf(id)))?.doc;
      const lastDeliveryAt = delivered ? at : before?.lastDeliveryAt;
      await state.put<ChannelState>(idOf(id), {
        kind: 'channel',
        channel_id: id,
        at: now,
        status: error ? 'failing' : 'ok',
        ...(lastDeliveryAt && { lastDeliveryAt }),
        ...(error && { lastError: { code: error.code, message: error.message, at } }),
      });
    },

    async forget(id) {
      await state.remove(idOf(id));
    },
  };
}

function idOf(channel: string): string {
  return `channel:${channel}`;
}

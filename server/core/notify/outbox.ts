import { createHash } from 'crypto';
import type { AlertDocument } from '../../../common/alert';
import type { Clock, StateFields, StateStore } from '../ports';
import type { AlertEvent } from './channel_type';

/** One message to one channel, under `outbox:<delivery id>`. Kept after delivery as proof against sending it again. */
export interface OutboxEntry extends StateFields {
  kind: 'outbox';
  channel_id: string;
  rule_id: string;
  /** The alert's id. */
  key: string;
  status: 'waiting' | 'delivered' | 'failed';
  /** When it was written, epoch milliseconds. */
  at: number;
  /** When it is tried next; gone once that is settled. */
  due_at?: number;
  event: AlertEvent;
  attempts: number;
  /** The alert as it was then. */
  alert: AlertDocument;
  /** How the last try went. */
  outcome?: string;
}

/** Longer than any episode can reasonably last: an alert that grows after that would be announced again. */
const PROOF_FOR = 90 * 86_400_000;
const ENTRIES_PER_BULK = 500;

export interface Outbox {
  /** Puts a message to each channel of each alert into the outbox; those that were put there before are left alone. */
  announce(alerts: Array<{ alert: AlertDocument; channels: string[] }>): Promise<void>;
  /** Removes settled entries that are too old to matter. */
  prune(): Promise<void>;
}

export function createOutbox({ state, clock }: { state: StateStore; clock: Clock }): Outbox {
  return {
    async announce(alerts) {
      const now = clock.now();
      const entries = alerts.flatMap(({ alert, channels }) =>
        [...new Set(channels)].map((channel) => entryOf(alert, channel, now)),
      );
      for (let start = 0; start < entries.length; start += ENTRIES_PER_BULK) {
        await state.bulk<OutboxEntry>(
          entries.slice(start, start + ENTRIES_PER_BULK).map((doc) => ({ op: 'create', id: idOf(doc), doc })),
        );
      }
    },

    async prune() {
      const atBefore = clock.now() - PROOF_FOR;
      for (const status of ['delivered', 'failed']) {
        await state.removeWhere({ kind: 'outbox', equals: { status }, atBefore });
      }
    },
  };
}

function entryOf(alert: AlertDocument, channel: string, now: number): OutboxEntry {
  return {
    kind: 'outbox',
    channel_id: channel,
    rule_id: alert.rule.id,
    key: alert.alert.id,
    status: 'waiting',
    at: now,
    due_at: now,
    event: 'created',
    attempts: 0,
    alert,
  };
}

/** The same for the same news to the same channel, whoever writes it and how often. */
export function deliveryIdOf({ key, event, channel_id }: OutboxEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([key, event, channel_id]))
    .digest('hex')
    .slice(0, 32);
}

function idOf(entry: OutboxEntry): string {
  return `outbox:${deliveryIdOf(entry)}`;
}

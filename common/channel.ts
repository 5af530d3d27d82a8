import * as t from 'io-ts';
import { text } from './codec';
import { object } from './object_codec';

/** What a user says about a channel. `settings` are the fields that the channel's type declares; secrets left out of an update are kept. */
export const ChannelInput = object({
  name: text(200),
  type: text(50),
  enabled: t.boolean,
  settings: t.UnknownRecord,
});
export type ChannelInput = t.TypeOf<typeof ChannelInput>;

export interface ChannelStatus {
  state: 'unused' | 'ok' | 'failing' | 'disabled' | 'changed_outside';
  lastDeliveryAt?: string;
  lastError?: { code: string; message: string; at: string };
  delivered: number;
  waiting: number;
}

export interface ChannelView extends ChannelInput {
  id: string;
  /** Names of secret fields that have a stored value. */
  secretsSet: string[];
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  status: ChannelStatus;
}

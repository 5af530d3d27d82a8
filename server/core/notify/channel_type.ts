import type { AlertDocument } from '../../../common/alert';
import { defaultsOf, type FieldValues } from '../../../common/field';
import type { ChannelTypeDeclaration } from '../../../common/kinds';
import type { OutboundMessage } from '../ports';

/** `test`: somebody tries the channel; the alert is an example then. */
export type AlertEvent = 'created' | 'test';

/** Beside the alert, what a message is made of. */
export interface ComposeContext {
  event: AlertEvent;
  /** The same for each try to deliver the same message, so that a receiver can drop a repeated one. */
  deliveryId: string;
  /** Epoch milliseconds. */
  now: number;
  /** Address of the alert in the SIEM app; undefined where `awsSiem.publicUrl` is not set. */
  link?: string;
}

/** Settings, and the part of the message that an example alert becomes; shown in the reference and run by a test. */
export interface ChannelExample<S> {
  title: string;
  settings: S;
  message: Record<string, unknown>;
}

/** A kind of receiver. Pure: it makes the message, and whoever sends it knows nothing of kinds. */
export interface ChannelType<S = FieldValues> extends ChannelTypeDeclaration {
  compose(alert: AlertDocument, settings: S, context: ComposeContext): OutboundMessage;
  examples: Array<ChannelExample<S>>;
}

/**
 * A channel type whose settings are what its `fields` declare, checked and with secrets opened before `compose` sees them. Those left out,
 * or not yet known when a channel was stored, take their defaults.
 */
export function defineChannelType<S>(type: ChannelType<S>): ChannelType {
  return {
    ...type,
    compose: (alert, settings, context) =>
      type.compose(alert, { ...defaultsOf(type.fields), ...settings } as S, context),
    examples: type.examples as unknown as Array<ChannelExample<FieldValues>>,
  };
}

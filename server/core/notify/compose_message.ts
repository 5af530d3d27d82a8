import type { AlertDocument } from '../../../common/alert';
import type { ReadableChannel } from '../manage/channels';
import type { OutboundMessage } from '../ports';
import type { Registry } from '../registry';
import type { AlertEvent, ChannelType } from './channel_type';
import { sampleAlert } from './sample_alert';

interface Parts {
  channelTypes: Registry<ChannelType>;
  /** Address of OSD as people reach it, without a slash at the end. */
  publicUrl?: string;
}

interface Occasion {
  event: AlertEvent;
  deliveryId: string;
  now: number;
}

/** The message that tells a channel of an alert. Fails with `invalid_input` where the channel's type is gone. */
export function composeMessage(
  { channelTypes, publicUrl }: Parts,
  channel: ReadableChannel,
  alert: AlertDocument,
  occasion: Occasion,
): OutboundMessage {
  const link = publicUrl === undefined ? undefined : linkTo(publicUrl, alert);
  return channelTypes.get(channel.type).compose(alert, channel.settings, { ...occasion, link });
}

/** The message of "send a test": an example alert, marked as a test. */
export function composeTest(
  parts: Parts,
  channel: ReadableChannel,
  { now, deliveryId }: { now: number; deliveryId: string },
): OutboundMessage {
  return composeMessage(parts, channel, sampleAlert(now), { event: 'test', now, deliveryId });
}

function linkTo(publicUrl: string, { alert }: AlertDocument): string {
  const params = new URLSearchParams({ alert: alert.id, from: alert.first_seen, to: alert.query.to });
  return `${publicUrl}/app/siem/alerts?${params.toString()}`;
}

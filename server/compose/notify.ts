import type { ChannelInput } from '../../common/channel';
import { createOutbound } from '../adapters/outbound';
import { createChannelService } from '../core/manage/channels';
import { createChannelStates } from '../core/notify/channel_state';
import { channelTypes } from '../core/notify/channel_types';
import { composeTest } from '../core/notify/compose_message';
import { createOutbox } from '../core/notify/outbox';
import { createOutboxSender } from '../core/notify/send_outbox';
import { openFields, redactFields, sealFields } from '../core/secrets/secret_fields';
import { SIEM_CHANNEL_TYPE } from '../saved_objects';
import type { Foundation } from './foundation';

const SEND_EVERY = 2_000;

/** From an alert to people: channels, the outbox and its sender. */
export function composeNotify({ config, clock, newId, state, guard, box, managed }: Foundation) {
  const { publicUrl } = config;
  const outbound = createOutbound(guard);
  const outbox = createOutbox({ state, clock });
  const channelStates = createChannelStates({ state, clock });
  const ownerOf = (id: string) => ({ type: SIEM_CHANNEL_TYPE, id });
  const channels = createChannelService({
    objects: managed<ChannelInput>(SIEM_CHANNEL_TYPE, 'channel'),
    secrets: {
      seal: ({ fields }, id, settings, current) =>
        sealFields(fields, settings, { box, owner: ownerOf(id), current }),
      open: ({ fields }, id, stored) => openFields(fields, stored, { box, owner: ownerOf(id) }),
      redact: ({ fields }, stored) => redactFields(fields, stored),
    },
    channelTypes,
    newId,
    status: (id) => channelStates.status(id),
    async sendTest(channel, signal) {
      const test = composeTest({ channelTypes, publicUrl }, channel, {
        now: clock.now(),
        deliveryId: newId(),
      });
      return (await outbound.send(test, signal)).detail;
    },
    forget: (id) => channelStates.forget(id),
  });
  const sender = createOutboxSender({
    state,
    channels,
    channelTypes,
    channelStates,
    outbound,
    clock,
    random: Math.random,
    publicUrl,
  });
  return {
    channels,
    outbox,
    job: { id: 'outbox:send', every: SEND_EVERY, run: sender.run },
  };
}

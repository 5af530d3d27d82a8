import { startHttpSink, type HttpSink } from '../../dev/embedded/http_sink';
import { startMailbox, type Mailbox } from '../../dev/embedded/mail';
import { createGuard, createOutbound } from '../../server/adapters/outbound';
import { SiemError } from '../../server/core/errors';
import type { ReadableChannel } from '../../server/core/manage/channels';
import { createChannelStates } from '../../server/core/notify/channel_state';
import { channelTypes } from '../../server/core/notify/channel_types';
import { composeTest } from '../../server/core/notify/compose_message';
import { createOutbox } from '../../server/core/notify/outbox';
import { createOutboxSender } from '../../server/core/notify/send_outbox';
import type { StateStore } from '../../server/core/ports';
import { openWorld, thresholdRule } from './detect_setup';

jest.setTimeout(60_000);

const run = `${Date.now()}`.slice(-8);
const context = { epoch: 1, signal: new AbortController().signal };

describe('from events to a mail and a call', () => {
  let sink: HttpSink;
  let mailbox: Mailbox;
  let world: Awaited<ReturnType<typeof openWorld>>;
  let channels: ReadableChannel[];
  const guard = createGuard({ allow: ['127.0.0.1'] });
  const outbound = createOutbound(guard);

  beforeAll(async () => {
    sink = await startHttpSink();
    mailbox = await startMailbox();
    world = await openWorld(`notify_${run}`);
    channels = [
      {
        id: `hook-${run}`,
        name: 'Hook',
        type: 'webhook',
        settings: { url: `${sink.url}/siem`, secretValue: 'Bearer abc', signingSecret: 'shared' },
      },
      {
        id: `mail-${run}`,
        name: 'Mail',
        type: 'email',
        settings: {
          host: mailbox.host,
          port: mailbox.port,
          security: 'none',
          from: 'siem@example.org',
          to: ['soc@example.org'],
        },
      },
    ];
  });

  afterAll(async () => {
    guard.httpAgent.destroy();
    await sink.stop();
    await mailbox.stop();
    await world.client.indices.delete({ index: world.index });
    await world.client.close();
  });

  function sender(state: StateStore = world.state) {
    return createOutboxSender({
      state,
      channels: {
        async readable(id) {
          const channel = channels.find((each) => each.id === id);
          if (!channel) throw new SiemError('not_found', 'This channel is not there, or no longer.');
          return channel;
        },
      },
      channelTypes,
      channelStates: createChannelStates({ state: world.state, clock: world.clock }),
      outbound,
      clock: world.clock,
      random: () => 0.5,
      publicUrl: 'https://osd.example/base',
    });
  }

  it('reaches each channel exactly once per alert, wherever the way there was cut off', async () => {
    const rule = thresholdRule(`notify-${run}`, world.title, { channels: channels.map(({ id }) => id) });
    const outbox = createOutbox({ state: world.state, clock: world.clock });
    const cut = () => Promise.reject(new Error('cut off'));
    await world.evaluator({ notifier: outbox }).evaluate([rule], context);
    await world.ingest([
      { at: '11:01:00', times: 4, user: { name: 'alice' } },
      { at: '11:02:00', times: 5, user: { name: 'bob' } },
    ]);
    const again = async (parts: Parameters<typeof world.evaluator>[0]) => {
      await world.clock.advance(60_000);
      await world.evaluator(parts).evaluate([rule], context);
    };

    // Cut off before the alerts, between alerts and outbox, after the outbox, and before the cursor is kept.
    await again({ notifier: outbox, alerts: { write: cut } });
    await again({ notifier: { announce: cut } });
    await again({
      notifier: {
        announce: async (alerts) => {
          await outbox.announce(alerts);
          await cut();
        },
      },
    });
    await again({ notifier: outbox });
    await again({ notifier: outbox });
    expect(await world.alertsOf(rule)).toHaveLength(2);

    await world.state.refresh();
    // The receiver fails at first, then the sender cannot read its entries.
    sink.setAnswer(503, 'busy');
    await sender().run(context);
    expect(sink.calls()).toHaveLength(1);
    await expect(sender({ ...world.state, getMany: cut }).run(context)).rejects.toThrow('cut off');
    sink.setAnswer(200);
    for (let minute = 0; minute < 3; minute++) {
      await world.clock.advance(60_000);
      await world.state.refresh();
      await sender().run(context);
    }

    const delivered = sink.calls().slice(1);
    expect(
      delivered.map(({ json }) => (json as { alert: { user: { name: string } } }).alert.user.name).sort(),
    ).toEqual(['alice', 'bob']);
    expect(delivered[0]?.headers).toMatchObject({
      authorization: 'Bearer abc',
      'content-type': 'application/json',
    });
    expect(delivered[0]?.headers['x-siem-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    const mails = mailbox.mails();
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      `[High] Rule ${rule.id}: user.name=alice`,
      `[High] Rule ${rule.id}: user.name=bob`,
    ]);
    expect(mails[0]?.text).toContain('https://osd.example/base/app/siem/alerts?alert=');

    const states = createChannelStates({ state: world.state, clock: world.clock });
    await world.state.refresh();
    for (const { id } of channels) {
      expect(await states.status(id)).toMatchObject({ state: 'ok', delivered: 2, waiting: 0 });
    }
  });

  it('can be tried out by a test message', async () => {
    const parts = { channelTypes, publicUrl: 'https://osd.example' };
    const occasion = { now: world.clock.now(), deliveryId: 'test-1' };
    for (const channel of channels) await outbound.send(composeTest(parts, channel, occasion));
    expect(sink.calls().pop()?.json).toMatchObject({ event: 'alert.test' });
    expect(mailbox.mails().pop()?.subject).toMatch(/^\[Test\] /);
  });
});

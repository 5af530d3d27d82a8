import { fakeClock } from '../../../test/fakes/clock';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { ErrorCode } from '../errors';
import { SiemError } from '../errors';
import type { OutboundMessage, StateStore } from '../ports';
import { createChannelStates } from './channel_state';
import { channelTypes } from './channel_types';
import { createOutbox, type OutboxEntry } from './outbox';
import { sampleAlert } from './sample_alert';
import { createOutboxSender } from './send_outbox';

const MINUTE = 60_000;

function setUp(changes: { state?: Partial<StateStore> } = {}) {
  const clock = fakeClock();
  const store = fakeStateStore();
  const state = { ...store, ...changes.state };
  const sent: Array<{ url: string; id: string }> = [];
  const failures = new Map<string, ErrorCode>();
  const unusable = new Map<string, ErrorCode>();
  const channelStates = createChannelStates({ state: store, clock });
  const sender = createOutboxSender({
    state,
    clock,
    channelStates,
    channelTypes,
    random: () => 1,
    channels: {
      async readable(id) {
        const code = unusable.get(id);
        if (code) throw new SiemError(code, `${id} is unusable`);
        const settings = { url: `https://${id}.example`, method: 'POST', secretHeader: 'Authorization' };
        return { id, name: id, type: 'webhook', settings };
      },
    },
    outbound: {
      async send(message: OutboundMessage) {
        if (message.kind !== 'http') throw new Error('no request');
        sent.push({ url: message.url, id: message.headers['idempotency-key'] ?? '' });
        const code = failures.get(message.url);
        if (code) throw new SiemError(code, 'did not work');
        return { detail: 'ok' };
      },
    },
  });
  const alertOf = (id: string) => {
    const alert = sampleAlert(clock.now());
    return { ...alert, alert: { ...alert.alert, id } };
  };
  const run = (signal = new AbortController().signal) => sender.run({ signal });
  const entries = async () =>
    (await store.find<OutboxEntry>({ kind: 'outbox', limit: 1_000 })).map(({ doc }) => doc);
  return {
    clock,
    store,
    sent,
    failures,
    unusable,
    channelStates,
    alertOf,
    run,
    entries,
    outbox: createOutbox({ state: store, clock }),
  };
}

describe('the outbox', () => {
  it('delivers each alert once to each channel, however often it is announced', async () => {
    const s = setUp();
    const news = [{ alert: s.alertOf('a1'), channels: ['one', 'two', 'one'] }];
    await s.outbox.announce(news);
    await s.run();
    await s.outbox.announce(news);
    await s.run();
    expect(s.sent.map(({ url }) => url).sort()).toEqual(['https://one.example', 'https://two.example']);
    expect(await s.channelStates.status('one')).toEqual({
      state: 'ok',
      lastDeliveryAt: '2026-01-15T12:00:00.000Z',
      delivered: 1,
      waiting: 0,
    });
    expect(await s.channelStates.status('three')).toBeUndefined();
  });

  it('tries again later and later, with the same id, and shows why', async () => {
    const s = setUp();
    s.failures.set('https://one.example', 'delivery_failed');
    await s.outbox.announce([{ alert: s.alertOf('a1'), channels: ['one'] }]);
    const tries: number[] = [];
    for (let second = 0; second < 200; second++) {
      const before = s.sent.length;
      await s.run();
      if (s.sent.length > before) tries.push(second);
      await s.clock.advance(1_000);
    }
    expect(tries).toEqual([0, 10, 30, 70, 150]);
    expect(new Set(s.sent.map(({ id }) => id)).size).toBe(1);
    expect(await s.channelStates.status('one')).toMatchObject({
      state: 'failing',
      lastError: { code: 'delivery_failed', message: 'did not work' },
      waiting: 1,
    });
    s.failures.clear();
    await s.clock.advance(30 * MINUTE);
    await s.run();
    expect((await s.entries())[0]).toMatchObject({ status: 'delivered', attempts: 6 });
    expect((await s.channelStates.status('one'))?.lastError).toBeUndefined();
  });

  it('gives up at once what is refused for good, and after a day what never works', async () => {
    const s = setUp();
    s.failures.set('https://one.example', 'delivery_refused');
    s.failures.set('https://two.example', 'delivery_failed');
    await s.outbox.announce([{ alert: s.alertOf('a1'), channels: ['one', 'two'] }]);
    await s.run();
    const status = async () => Object.fromEntries((await s.entries()).map((e) => [e.channel_id, e.status]));
    expect(await status()).toEqual({ one: 'failed', two: 'waiting' });
    for (let hour = 0; hour < 26; hour++) {
      await s.clock.advance(60 * MINUTE);
      await s.run();
    }
    expect(await status()).toEqual({ one: 'failed', two: 'failed' });
  });

  it('waits for a channel that is switched off or was changed outside, and forgets one that is gone', async () => {
    const s = setUp();
    s.unusable.set('off', 'delivery_failed');
    s.unusable.set('changed', 'changed_outside');
    s.unusable.set('gone', 'not_found');
    await s.outbox.announce([{ alert: s.alertOf('a1'), channels: ['off', 'changed', 'gone'] }]);
    await s.run();
    expect(s.sent).toEqual([]);
    s.unusable.clear();
    await s.clock.advance(MINUTE);
    await s.run();
    expect(s.sent.map(({ url }) => url).sort()).toEqual(['https://changed.example', 'https://off.example']);
  });

  it('lets a failing channel with a long queue hold up no other', async () => {
    const s = setUp();
    s.failures.set('https://bad.example', 'delivery_failed');
    const alerts = Array.from({ length: 500 }, (_, n) => s.alertOf(`a${n}`));
    await s.outbox.announce(alerts.map((alert) => ({ alert, channels: ['bad'] })));
    await s.clock.advance(1);
    await s.outbox.announce([{ alert: s.alertOf('b'), channels: ['good'] }]);
    for (let turn = 0; turn < 3; turn++) await s.run();
    expect(s.sent.filter(({ url }) => url.includes('bad'))).toHaveLength(3);
    expect(s.sent.filter(({ url }) => url.includes('good'))).toHaveLength(1);
  });

  it('does not send again what it could not write down at once', async () => {
    let away = 2;
    const s = setUp({
      state: {
        replace: async (...args) => {
          if (away-- > 0) throw new SiemError('opensearch_unavailable', 'away');
          return s.store.replace(...args);
        },
      },
    });
    await s.outbox.announce([{ alert: s.alertOf('a1'), channels: ['one'] }]);
    const running = s.run();
    await s.clock.advance(5_000);
    await running;
    await s.run();
    expect(s.sent).toHaveLength(1);
  });

  it('keeps proof of delivery for ninety days', async () => {
    const s = setUp();
    await s.outbox.announce([{ alert: s.alertOf('a1'), channels: ['one'] }]);
    await s.run();
    await s.clock.advance(89 * 24 * 60 * MINUTE);
    await s.outbox.prune();
    expect(await s.entries()).toHaveLength(1);
    await s.clock.advance(2 * 24 * 60 * MINUTE);
    await s.outbox.prune();
    expect(await s.entries()).toHaveLength(0);
  });
});

import type { ChannelInput } from '../../../common/channel';
import { fakeManagedObjects } from '../../../test/fakes/managed_objects';
import { SiemError } from '../errors';
import { channelTypes } from '../notify/channel_types';
import { createSecretBox } from '../secrets/secret_box';
import { openFields, redactFields, sealFields } from '../secrets/secret_fields';
import type { ReadableChannel } from './channels';
import { createChannelService } from './channels';

const actor = { name: 'alice', roles: [], authenticated: true };
const webhook: ChannelInput = {
  name: 'Tickets',
  type: 'webhook',
  enabled: true,
  settings: { url: 'https://hooks.example.com/siem', method: 'POST', secretValue: 'Bearer hunter2' },
};

function setUp(answer: () => string = () => '200 OK') {
  const objects = fakeManagedObjects<ChannelInput>();
  const sent: ReadableChannel[] = [];
  const box = createSecretBox(['k'.repeat(44)]);
  const owner = (id: string) => ({ type: 'siem-channel', id });
  let ids = 0;
  const service = createChannelService({
    objects,
    secrets: {
      seal: ({ fields }, id, settings, current) =>
        sealFields(fields, settings, { box, owner: owner(id), current }),
      open: ({ fields }, id, stored) => openFields(fields, stored, { box, owner: owner(id) }),
      redact: ({ fields }, stored) => redactFields(fields, stored),
    },
    channelTypes,
    newId: () => `c${++ids}`,
    status: async () => undefined,
    async sendTest(channel) {
      sent.push(channel);
      return answer();
    },
    forget: async () => undefined,
  });
  return { service, objects, sent };
}

describe('channels', () => {
  it('never show their secrets, only their names', async () => {
    const { service, objects } = setUp();
    const view = await service.create(webhook, actor);
    expect(JSON.stringify([view, objects.stored('c1')])).not.toContain('hunter2');
    expect(view.secretsSet).toEqual(['secretValue']);
    expect((await service.readable('c1')).settings).toMatchObject({ secretValue: 'Bearer hunter2' });
  });

  it('name the setting that is wrong', async () => {
    const { service } = setUp();
    const { url: _url, ...settings } = webhook.settings;
    await expect(service.create({ ...webhook, settings }, actor)).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'settings.url: is required',
    });
  });

  it('do not send a stored secret to another address, not even as a test', async () => {
    const { service, sent } = setUp();
    await service.create(webhook, actor);
    const moved = { ...webhook, settings: { url: 'https://evil.example.com', method: 'POST' } };
    await expect(service.update({ id: 'c1' }, moved, actor)).rejects.toMatchObject({ code: 'secret_needed' });
    await expect(service.test(moved, 'c1')).rejects.toMatchObject({ code: 'secret_needed' });
    expect(sent).toEqual([]);
  });

  it('tell how a test went', async () => {
    const { service } = setUp();
    expect(await service.test(webhook)).toEqual({ ok: true, message: '200 OK' });
    const refused = setUp(() => {
      throw new SiemError('delivery_refused', 'The receiver answered 404.');
    });
    expect(await refused.service.test(webhook)).toEqual({
      ok: false,
      code: 'delivery_refused',
      message: 'The receiver answered 404.',
    });
  });

  it('are not used when switched off or changed outside', async () => {
    const { service, objects } = setUp();
    await service.create({ ...webhook, enabled: false }, actor);
    await service.create(webhook, actor);
    objects.tamper('c2');
    await expect(service.readable('c1')).rejects.toMatchObject({ code: 'delivery_failed' });
    await expect(service.readable('c2')).rejects.toMatchObject({ code: 'changed_outside' });
  });
});

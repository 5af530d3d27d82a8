import { createHmac } from 'crypto';
import { fieldsCodec } from '../../../../common/field';
import { channelTypes } from '.';
import { sampleAlert } from '../sample_alert';

const NOW = Date.parse('2026-01-15T12:00:00Z');
const context = {
  event: 'created' as const,
  deliveryId: 'delivery-1',
  now: NOW,
  link: 'https://osd.example/a?b=1&c=2',
};

describe.each([...channelTypes.all])('the channel type $id', (type) => {
  it.each(type.examples)('$title', ({ settings, message }) => {
    expect(fieldsCodec(type.fields).decode(settings)._tag).toBe('Right');
    expect(type.compose(sampleAlert(NOW), settings, context)).toMatchObject(message);
  });

  it('says that a test is one', () => {
    const settings = type.examples[0]?.settings ?? {};
    const message = type.compose(sampleAlert(NOW), settings, { ...context, event: 'test' });
    expect(JSON.stringify(message)).toMatch(/alert\.test|This is a test/);
  });
});

describe('the webhook', () => {
  const webhook = channelTypes.get('webhook');

  it('sends the whole alert and a link, signed together with the time', () => {
    const settings = webhook.examples[1]?.settings ?? {};
    const message = webhook.compose(sampleAlert(NOW), settings, context);
    if (message.kind !== 'http') throw new Error('no request');
    expect(JSON.parse(message.body)).toEqual({
      event: 'alert.created',
      deliveryId: 'delivery-1',
      sentAt: '2026-01-15T12:00:00.000Z',
      link: context.link,
      alert: sampleAlert(NOW),
    });
    const expected = createHmac('sha256', 'shared with the receiver')
      .update(`${NOW / 1_000}.${message.body}`)
      .digest('hex');
    expect(message.headers['x-siem-signature']).toBe(`t=${NOW / 1_000},v1=${expected}`);
  });
});

describe('the mail', () => {
  it('shows what an attacker wrote as text', () => {
    const alert = sampleAlert(NOW);
    alert.rule.name = '<img src=x onerror=alert(1)>';
    alert.alert.group.values = ['"><script>'];
    const email = channelTypes.get('email');
    const message = email.compose(alert, email.examples[0]?.settings ?? {}, context);
    if (message.kind !== 'mail') throw new Error('no mail');
    expect(message.html).not.toMatch(/<img|<script/);
    expect(message.html).toContain('href="https://osd.example/a?b=1&amp;c=2"');
    expect(message.text).toContain('source.ip: "><script>');
  });
});

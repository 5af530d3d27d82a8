import { createHmac } from 'crypto';
import { defineChannelType } from '../channel_type';

interface WebhookSettings {
  url: string;
  method: 'POST' | 'PUT';
  headers?: Record<string, string>;
  secretHeader: string;
  secretValue?: string;
  signingSecret?: string;
}

/**
 * Calls an address with the alert as JSON: `{ event, deliveryId, sentAt, link, alert }`, where `alert` is the alert document. Header
 * `idempotency-key` is the delivery's id. With a signing secret, `x-siem-signature` is `t=<Unix seconds>,v1=<hex HMAC-SHA256 of
 * "<Unix seconds>.<body>">`.
 */
export const webhook = defineChannelType<WebhookSettings>({
  id: 'webhook',
  title: 'Webhook',
  description: 'Calls an HTTP address with the alert as JSON.',
  docsUrl: 'https://datatracker.ietf.org/doc/html/rfc9110#name-post',
  icon: 'link',
  fields: [
    { name: 'url', type: 'text', label: 'Address', placeholder: 'https://hooks.example.com/siem' },
    {
      name: 'method',
      type: 'select',
      label: 'Method',
      default: 'POST',
      options: [
        { value: 'POST', label: 'POST' },
        { value: 'PUT', label: 'PUT' },
      ],
    },
    { name: 'headers', type: 'key_values', label: 'Headers', optional: true, default: {} },
    {
      name: 'secretHeader',
      type: 'text',
      label: 'Secret header',
      help: 'Name of the header that carries the secret below.',
      default: 'Authorization',
      maxLength: 100,
    },
    {
      name: 'secretValue',
      type: 'secret',
      label: 'Secret value',
      help: 'The whole value, such as "Bearer" and a token. Kept encrypted.',
      boundTo: ['url', 'secretHeader'],
      optional: true,
    },
    {
      name: 'signingSecret',
      type: 'secret',
      label: 'Signing secret',
      help: 'Signs each call in the header x-siem-signature, so that the receiver knows who sent it. Kept encrypted.',
      boundTo: ['url'],
      optional: true,
    },
  ],

  compose(alert, settings, { event, deliveryId, now, link }) {
    const body = JSON.stringify({
      event: `alert.${event}`,
      deliveryId,
      sentAt: new Date(now).toISOString(),
      ...(link && { link }),
      alert,
    });
    const { secretHeader, secretValue, signingSecret } = settings;
    return {
      kind: 'http',
      method: settings.method,
      url: settings.url,
      headers: {
        ...settings.headers,
        'content-type': 'application/json',
        'user-agent': 'aws-siem-dashboards',
        'idempotency-key': deliveryId,
        ...(secretValue && { [secretHeader]: secretValue }),
        ...(signingSecret && { 'x-siem-signature': signatureOf(body, signingSecret, now) }),
      },
      body,
    };
  },

  examples: [
    {
      title: 'A call with a bearer token',
      settings: {
        url: 'https://hooks.example.com/siem',
        method: 'POST',
        headers: { 'x-team': 'blue' },
        secretHeader: 'Authorization',
        secretValue: 'Bearer abc',
      },
      message: {
        kind: 'http',
        method: 'POST',
        url: 'https://hooks.example.com/siem',
        headers: {
          'x-team': 'blue',
          'content-type': 'application/json',
          'idempotency-key': 'delivery-1',
          Authorization: 'Bearer abc',
        },
      },
    },
    {
      title: 'A signed call',
      settings: {
        url: 'https://hooks.example.com/siem',
        method: 'PUT',
        secretHeader: 'Authorization',
        signingSecret: 'shared with the receiver',
      },
      message: { kind: 'http', method: 'PUT' },
    },
  ],
});

/** The time is signed too, so that a receiver can refuse an old call that somebody recorded. */
function signatureOf(body: string, secret: string, now: number): string {
  const seconds = Math.floor(now / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

import type { AlertDocument } from '../../../../common/alert';
import { defineChannelType, type ComposeContext } from '../channel_type';

interface EmailSettings {
  host: string;
  port: number;
  security: 'none' | 'starttls' | 'tls';
  user?: string;
  password?: string;
  from: string;
  to: string[];
}

/** Mails the alert by SMTP, as text and as HTML that reads well on a phone. */
export const email = defineChannelType<EmailSettings>({
  id: 'email',
  title: 'E-mail',
  description: 'Sends the alert by mail through an SMTP server.',
  docsUrl: 'https://datatracker.ietf.org/doc/html/rfc5321',
  icon: 'email',
  fields: [
    { name: 'host', type: 'text', label: 'SMTP server', placeholder: 'smtp.example.com', maxLength: 255 },
    { name: 'port', type: 'number', label: 'Port', default: 587, min: 1, max: 65_535 },
    {
      name: 'security',
      type: 'select',
      label: 'Security',
      default: 'starttls',
      options: [
        { value: 'starttls', label: 'STARTTLS' },
        { value: 'tls', label: 'TLS from the start' },
        { value: 'none', label: 'None' },
      ],
    },
    { name: 'user', type: 'text', label: 'User', optional: true, maxLength: 255 },
    {
      name: 'password',
      type: 'secret',
      label: 'Password',
      help: 'Kept encrypted; asked again when server, port or user change.',
      boundTo: ['host', 'port', 'user'],
      optional: true,
    },
    { name: 'from', type: 'text', label: 'From', placeholder: 'siem@example.com', maxLength: 320 },
    { name: 'to', type: 'text_list', label: 'To', placeholder: 'soc@example.com', maxItems: 50 },
  ],

  compose(alert, settings, context) {
    const { host, port, security, user, password, from, to } = settings;
    return {
      kind: 'mail',
      server: { host, port, security, ...(user && { user }), ...(password && { password }) },
      from,
      to,
      subject: subjectOf(alert, context),
      text: textOf(alert, context),
      html: htmlOf(alert, context),
      messageId: `${context.deliveryId}@aws-siem-dashboards`,
    };
  },

  examples: [
    {
      title: 'A mail through a server that needs a sign-in',
      settings: {
        host: 'smtp.example.com',
        port: 587,
        security: 'starttls',
        user: 'siem',
        password: 'secret',
        from: 'siem@example.com',
        to: ['soc@example.com'],
      },
      message: {
        kind: 'mail',
        server: {
          host: 'smtp.example.com',
          port: 587,
          security: 'starttls',
          user: 'siem',
          password: 'secret',
        },
        from: 'siem@example.com',
        to: ['soc@example.com'],
        subject: '[High] Failed console logins: source.ip=203.0.113.7',
        messageId: 'delivery-1@aws-siem-dashboards',
      },
    },
  ],
});

function subjectOf({ rule, alert }: AlertDocument, { event }: ComposeContext): string {
  const what = alert.group.key ? `${rule.name}: ${alert.group.key}` : rule.name;
  return `${event === 'test' ? '[Test] ' : ''}[${severityOf(alert)}] ${what}`.slice(0, 250);
}

function textOf(document: AlertDocument, { event, link }: ComposeContext): string {
  const lines = factsOf(document).map(([label, value]) => `${label}: ${value}`);
  return [
    ...(event === 'test' ? ['This is a test: no alert has been raised.', ''] : []),
    document.message,
    '',
    ...lines,
    ...(link ? ['', link] : []),
    '',
  ].join('\n');
}

/** Styles stand at each element, since mail programs drop style sheets; one column, since phones are narrow. */
function htmlOf(document: AlertDocument, { event, link }: ComposeContext): string {
  const rows = factsOf(document).map(
    ([label, value]) =>
      `<tr><td style="padding:4px 16px 4px 0;color:#69707d;vertical-align:top">${escapeHtml(label)}</td><td style="padding:4px 0;word-break:break-word">${escapeHtml(value)}</td></tr>`,
  );
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    '<body style="margin:0;padding:16px;font:16px/1.5 sans-serif;color:#343741">',
    event === 'test' ? '<p><strong>This is a test: no alert has been raised.</strong></p>' : '',
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 8px">${escapeHtml(document.rule.name)}</h1>`,
    `<p style="margin:0 0 16px">${escapeHtml(document.alert.reason)}</p>`,
    `<table style="border-collapse:collapse;width:100%;max-width:640px">${rows.join('')}</table>`,
    link
      ? `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="background:#006bb4;color:#ffffff;padding:12px 20px;border-radius:4px;text-decoration:none">Open the alert</a></p>`
      : '',
    '</body></html>',
  ].join('');
}

function factsOf({ alert }: AlertDocument): Array<[label: string, value: string]> {
  const group = alert.group.fields.map((field, index): [string, string] => [
    field,
    alert.group.values[index] || '(missing)',
  ]);
  return [
    ['Severity', severityOf(alert)],
    ...group,
    ['Events', String(alert.count)],
    ['First seen', alert.first_seen],
    ['Last seen', alert.last_seen],
    ['Query', alert.query.text || '(every event)'],
    ['Index', alert.query.index],
  ];
}

function severityOf({ severity }: AlertDocument['alert']): string {
  return severity.charAt(0).toUpperCase() + severity.slice(1);
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

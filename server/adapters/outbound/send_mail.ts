import { isIP } from 'net';
import { createTransport } from 'nodemailer';
import { SiemError } from '../../core/errors';
import type { OutboundMessage } from '../../core/ports';
import type { Guard } from './guard';

type MailMessage = Extract<OutboundMessage, { kind: 'mail' }>;

const TIMEOUT_MS = 15_000;

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** Hands one mail to an SMTP server. The connection goes to the address that the guard has judged, not to the name again. */
export async function sendMail(
  guard: Guard,
  message: MailMessage,
  signal?: AbortSignal,
): Promise<{ detail: string }> {
  const { server, from, to, subject, text, html, messageId } = message;
  const [target] = await guard.resolve(server.host);
  if (!target) throw new SiemError('delivery_failed', `${server.host} has no address.`);

  const transport = createTransport({
    host: target.address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: { ...(isIP(server.host) === 0 && { servername: server.host }), ...(guard.ca && { ca: guard.ca }) },
    ...(server.user !== undefined && { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const abort = () => transport.close();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const info = await transport.sendMail({ from, to, subject, text, html, messageId: `<${messageId}>` });
    const refused = info.rejected.length > 0 ? ` It refused ${info.rejected.map(String).join(', ')}.` : '';
    return { detail: `The mail server answered: ${info.response}.${refused}` };
  } catch (error) {
    throw deliveryError(error as SmtpError, message);
  } finally {
    signal?.removeEventListener('abort', abort);
    transport.close();
  }
}

/** Answers from 500 on are for good (RFC 5321, 4.2.1), all else may pass. */
function deliveryError(error: SmtpError, { server }: MailMessage): SiemError {
  const where = `${server.host}:${server.port}`;
  const { responseCode = 0 } = error;
  const forGood =
    responseCode >= 500 || (responseCode === 0 && ['EAUTH', 'EENVELOPE'].includes(error.code ?? ''));
  return forGood
    ? new SiemError('delivery_refused', `${where} refused the mail: ${error.message}.`, { cause: error })
    : new SiemError('delivery_failed', `${where} did not take the mail: ${error.message}.`, { cause: error });
}

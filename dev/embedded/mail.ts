import { type AddressObject, simpleParser } from 'mailparser';
import type { AddressInfo } from 'net';
import { SMTPServer } from 'smtp-server';
import { waitFor } from './wait';

export interface ReceivedMail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export interface Mailbox {
  host: string;
  port: number;
  mails(): ReceivedMail[];
  /** The first mail that fits, now or within `timeoutMs` (10 s). */
  waitFor(fits: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

/** An SMTP server on a free port of 127.0.0.1 that takes every mail and remembers it; a sender may sign in as anyone or not at all. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address);
      simpleParser(stream).then(
        (mail) => {
          mails.push({
            from: addresses(mail.from),
            to,
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || '',
            headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, value(line)])),
          });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A sender that breaks off is the sender's affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    mails: () => [...mails],
    waitFor: (fits, timeoutMs) => waitFor('the mail', () => mails.find(fits), timeoutMs),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function addresses(field: AddressObject | undefined): string {
  return field?.text ?? '';
}

/** The value of a header line `Name: value`, folds removed. */
function value(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n\s+/g, ' ')
    .trim();
}

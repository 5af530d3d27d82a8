import { join } from 'path';
import { temporaryDir } from './cache_dir';
import { startProcess } from './process';
import { freePort, waitUntilUp } from './wait';

export interface MailPage {
  host: string;
  /** Of the SMTP server. */
  port: number;
  /** Web page that shows the mails. */
  url: string;
  /** Subjects of the mails so far, oldest first. */
  subjects(): Promise<string[]>;
  stop(): Promise<void>;
}

/** A mail server with a web page that shows what came in (maildev), both on free ports of 127.0.0.1. */
export async function startMailPage(): Promise<MailPage> {
  const dir = temporaryDir('mail');
  const host = '127.0.0.1';
  const [port, webPort] = [await freePort(), await freePort()];
  const url = `http://${host}:${webPort}`;
  const running = await startProcess({
    name: 'maildev',
    command: process.execPath,
    args: [
      join(require.resolve('maildev/package.json'), '..', 'bin', 'maildev'),
      ...['--smtp', String(port), '--web', String(webPort)],
      ...['--ip', host, '--web-ip', host],
      ...['--mail-directory', join(dir, 'mails')],
    ],
    logFile: join(dir, 'maildev.log'),
    removeDir: dir,
  });
  const mails = async () => (await (await fetch(`${url}/email`)).json()) as Array<{ subject: string }>;
  await waitUntilUp('maildev', running, async () => Array.isArray(await mails()), 30_000);
  return {
    host,
    port,
    url,
    subjects: async () => (await mails()).map(({ subject }) => subject),
    stop: () => running.stop(),
  };
}

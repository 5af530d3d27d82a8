import { randomBytes } from 'crypto';
import { startParts, type Parts } from '../../../dev/embedded';
import { startHttpSink, type HttpSink } from '../../../dev/embedded/http_sink';
import type { Mailbox } from '../../../dev/embedded/mail';
import { startHostUnderTest, type HostUnderTest } from '../../contracts/host_under_test';
import { openS3Store, type S3Store } from './s3_store';

/** Everything that a browser test works on. */
export interface Servers {
  host: HostUnderTest;
  opensearchUrl: string;
  s3: S3Store;
  mailbox: Mailbox;
  webhooks: HttpSink;
  stop(): Promise<void>;
}

/** Starts the parts, and on them the host with the built plugin: the real one of `OSD_HOME`, else the stand-in. */
export async function startServers(): Promise<Servers> {
  const [parts, webhooks] = await Promise.all([
    startParts({ opensearch: true, s3: true, mail: true }),
    startHttpSink(),
  ]);
  const stopParts = async () => {
    await Promise.all([parts.stop(), webhooks.stop()]);
  };
  try {
    const host = await startHost(parts);
    return {
      host,
      opensearchUrl: parts.opensearchUrl,
      s3: openS3Store(parts.s3Endpoint),
      mailbox: mailboxOf(parts),
      webhooks,
      stop: async () => {
        await host.stop();
        await stopParts();
      },
    };
  } catch (error) {
    await stopParts();
    throw error;
  }
}

function startHost({ opensearchUrl }: Parts): Promise<HostUnderTest> {
  return startHostUnderTest({
    opensearchUrl,
    plugins: ['awsSiem'],
    config: {
      'opensearchDashboards.index': `.kibana_e2e_${randomBytes(4).toString('hex')}`,
      'awsSiem.encryptionKeys': [randomBytes(32).toString('hex')],
      // The suite's S3, mailbox and webhook receiver are on this machine.
      'awsSiem.outbound.allow': ['127.0.0.0/8'],
    },
  });
}

function mailboxOf({ mailbox }: Parts): Mailbox {
  if (!mailbox) throw new Error('The mailbox was asked for and is not there.');
  return mailbox;
}

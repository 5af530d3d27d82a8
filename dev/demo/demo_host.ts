import { randomBytes } from 'crypto';
import { createWriteStream, mkdirSync } from 'fs';
import { join } from 'path';
import { CACHE_DIR } from '../embedded/cache_dir';
import { freePort } from '../embedded/wait';
import { type RunningHost, startHost } from '../host';

/** The host with what the demo needs allowed: everything is on this machine, where no message may go otherwise. */
export async function startDemoHost(opensearchUrl: string): Promise<RunningHost & { logFile: string }> {
  const port = await freePort();
  const dir = join(CACHE_DIR, 'demo');
  mkdirSync(dir, { recursive: true });
  const logFile = join(dir, 'host.log');
  const log = createWriteStream(logFile);
  const host = await startHost({
    opensearchUrl,
    port,
    config: {
      awsSiem: {
        publicUrl: `http://127.0.0.1:${port}`,
        encryptionKeys: [randomBytes(32).toString('base64')],
        outbound: { allow: ['127.0.0.1'] },
      },
    },
    log: (line) => log.write(`${line}\n`),
  });
  return { ...host, logFile };
}

import { randomBytes } from 'crypto';
import { createWriteStream, mkdirSync } from 'fs';
import { join } from 'path';
import { CACHE_DIR } from '../embedded/cache_dir';
import { freePort } from '../embedded/wait';
import { type RunningHost, startHost } from '../host';

/** The host with what the demo needs allowed: everything is on this machine, where no message may go otherwise. */
export async function startDemoHost(opensearchUrl: string): Promise<RunningHost> {
  const port = await freePort();
  const dir = join(CACHE_DIR, 'demo');
  mkdirSync(dir, { recursive: true });
  const log = createWriteStream(join(dir, 'host.log'));
  return startHost({
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
}

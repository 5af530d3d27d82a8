import { mkdirSync } from 'fs';
import { join } from 'path';
import { temporaryDir } from './cache_dir';
import { findJava } from './java';
import { resolveArtifacts } from './maven';
import { startProcess } from './process';
import { freePort, waitUntilUp } from './wait';

const S3MOCK = {
  groupId: 'com.adobe.testing',
  artifactId: 's3mock',
  version: '4.9.1',
  classifier: 'exec',
  alone: true,
};

export interface EmbeddedS3 {
  /** Takes path-style requests; any credentials do. */
  endpoint: string;
  stop(): Promise<void>;
}

/**
 * An S3 in memory of a temporary directory (Adobe's S3Mock) on a free port of 127.0.0.1, up when the promise resolves.
 *
 * @throws UserError without Java or Maven; Error with the end of its log if it does not come up
 */
export async function startS3(): Promise<EmbeddedS3> {
  const java = findJava();
  const jars = await resolveArtifacts('S3Mock 4.9', [S3MOCK]);
  const dir = temporaryDir('s3');
  const [root, tmp] = [join(dir, 'root'), join(dir, 'tmp')];
  mkdirSync(root);
  mkdirSync(tmp);
  const port = await freePort();
  const settings = {
    'com.adobe.testing.s3mock.httpPort': port,
    'com.adobe.testing.s3mock.store.root': root,
    // Its HTTPS side, which nobody uses, on whatever port is free.
    'server.port': 0,
    'spring.main.banner-mode': 'off',
    'logging.level.root': 'WARN',
  };
  const running = await startProcess({
    name: 'S3Mock',
    command: java,
    args: [
      '-Xmx512m',
      `-Djava.io.tmpdir=${tmp}`,
      '-jar',
      join(jars, `${S3MOCK.artifactId}-${S3MOCK.version}-${S3MOCK.classifier}.jar`),
      ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    ],
    logFile: join(dir, 's3mock.log'),
    removeDir: dir,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await waitUntilUp('S3Mock', running, async () => (await fetch(endpoint)).ok);
  return { endpoint, stop: () => running.stop() };
}

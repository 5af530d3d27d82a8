import { writeFileSync } from 'fs';
import { join } from 'path';
import { temporaryDir } from './cache_dir';
import { findJava } from './java';
import { resolveArtifacts } from './maven';
import { startProcess } from './process';
import { freePort, waitUntilUp } from './wait';

const ELASTICMQ = { groupId: 'org.elasticmq', artifactId: 'elasticmq-server_2.13', version: '1.6.12' };

export interface EmbeddedSqs {
  /** Takes SQS's JSON and query protocols; any credentials do. */
  endpoint: string;
  stop(): Promise<void>;
}

/**
 * An SQS in memory (ElasticMQ) on a free port of 127.0.0.1, without queues, up when the promise resolves.
 *
 * @throws UserError without Java or Maven; Error with the end of its log if it does not come up
 */
export async function startSqs(): Promise<EmbeddedSqs> {
  const java = findJava();
  const jars = await resolveArtifacts('ElasticMQ 1.6', [ELASTICMQ]);
  const dir = temporaryDir('sqs');
  const port = await freePort();
  const config = join(dir, 'elasticmq.conf');
  writeFileSync(config, configOf(port));
  const running = await startProcess({
    name: 'ElasticMQ',
    command: java,
    args: ['-Xmx128m', `-Dconfig.file=${config}`, '-cp', join(jars, '*'), 'org.elasticmq.server.Main'],
    logFile: join(dir, 'elasticmq.log'),
    removeDir: dir,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await waitUntilUp('ElasticMQ', running, async () => (await fetch(`${endpoint}/health`)).ok);
  return { endpoint, stop: () => running.stop() };
}

/** Settings: https://github.com/softwaremill/elasticmq#configuration */
function configOf(port: number): string {
  return `include classpath("application.conf")
node-address { protocol = http, host = "127.0.0.1", port = ${port}, context-path = "" }
rest-sqs { enabled = true, bind-hostname = "127.0.0.1", bind-port = ${port}, sqs-limits = strict }
rest-stats { enabled = false }
`;
}

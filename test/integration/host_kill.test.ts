import { randomBytes } from 'crypto';
import { Client } from '@opensearch-project/opensearch';
import type { SourceInput, SourceView } from '../../common/source';
import { openS3Store, S3_CREDENTIALS } from '../e2e/harness/s3_store';
import { type HostUnderTest, startHostUnderTest } from '../contracts/host_under_test';

const OPENSEARCH_URL = process.env.OPENSEARCH_URL ?? '';
const S3_ENDPOINT = process.env.S3_ENDPOINT ?? '';
const OBJECTS = 30;
const LINES = 2_000;
const KILLS = process.env.SIEM_SOAK ? 10 : 2;

const client = new Client({ node: OPENSEARCH_URL });
const run = randomBytes(4).toString('hex');
const bucket = `host-kill-${run}`;
const config = {
  'opensearchDashboards.index': `.kibana_kill_${run}`,
  'awsSiem.encryptionKeys': [randomBytes(32).toString('hex')],
  'awsSiem.outbound.allow': ['127.0.0.0/8'],
};
const source: SourceInput = {
  name: 'Killed in the middle',
  logType: 'vpcflow',
  namespace: `kill_${run}`,
  bucket,
  region: 'us-east-1',
  endpoint: S3_ENDPOINT,
  credentials: { kind: 'access_keys', ...S3_CREDENTIALS },
  pollInterval: '1s',
  enabled: true,
};

/** Each object has one line that cannot be read, and every line a port and byte count of its own. */
async function writeObjects(): Promise<void> {
  const store = openS3Store(S3_ENDPOINT);
  await store.createBucket(bucket);
  const second = Math.floor(Date.now() / 1_000) - 600;
  for (let object = 0; object < OBJECTS; object++) {
    const lines = Array.from(
      { length: LINES },
      (_, line) =>
        `2 123456789012 eni-${object} 10.0.0.1 10.0.0.2 ${line} 443 6 1 ${object * LINES + line} ${second} ${second + 9} ACCEPT OK`,
    );
    await store.put(bucket, `flows/${object}.log.gz`, [...lines, 'not a flow at all'].join('\n'));
  }
}

async function call<T>(host: HostUnderTest, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${host.url}/api/siem${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'osd-xsrf': 'true', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function countOf(index: string, query: object = { match_all: {} }): Promise<number> {
  await client.indices.refresh({ index, ignore_unavailable: true, allow_no_indices: true });
  const { body } = await client.count({
    index,
    body: { query },
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  return body.count as number;
}

async function until(what: string, holds: () => Promise<boolean>, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

afterAll(() => client.close());

test(
  'a host that is killed while it ingests loses nothing and counts nothing twice',
  async () => {
    await writeObjects();
    const start = () => startHostUnderTest({ opensearchUrl: OPENSEARCH_URL, plugins: ['awsSiem'], config });
    const events = `siem-logs-vpcflow-kill_${run}-*`;
    let host = await start();
    try {
      const { id } = await call<SourceView>(host, '/sources', source);
      for (let kill = 1; kill <= KILLS; kill++) {
        const before = await countOf(events);
        await until('events arrive', async () => (await countOf(events)) > before);
        process.kill(host.pid, 'SIGKILL');
        await host.exited;
        host = await start();
      }
      const total = OBJECTS * LINES;
      const read = async () => (await call<SourceView>(host, `/sources/${id}`)).status;
      await until('the source has read everything', async () => (await read()).objects === OBJECTS);

      expect(await read()).toMatchObject({ objects: OBJECTS, events: total, rejects: OBJECTS });
      expect(await countOf(events)).toBe(total);
      expect(await countOf('siem-rejects-*', { term: { 'siem.source.id': id } })).toBe(OBJECTS);
    } finally {
      await host.stop();
    }
  },
  120_000 + KILLS * 60_000,
);

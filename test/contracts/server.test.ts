import { Client } from '@opensearch-project/opensearch';
import { existsSync } from 'fs';
import { resolve } from 'path';
import { SERVER_FACTS, type Fact } from './coverage';
import { testedFacts } from './fact_test';
import { answerFacts } from './facts/http_answers';
import { requestFacts } from './facts/http';
import { lifecycleFacts } from './facts/lifecycle';
import { openSearchFacts } from './facts/opensearch';
import { savedObjectFacts, savedObjectListFacts } from './facts/saved_objects';
import { pluginFacts } from './facts/plugin';
import { fileFacts, serviceFacts } from './facts/services';
import { startupFacts } from './facts/startup';
import { startHostUnderTest, type HostUnderTest, type HostUnderTestOptions } from './host_under_test';

// One fact needs three starts, each of half a minute or more in a real OSD.
jest.setTimeout(600_000);

const opensearchUrl = process.env['OPENSEARCH_URL'] ?? '';
// OSD counts on from digits at the end of an alias.
const suffix = `${Math.random().toString(36).slice(2, 8)}x`;
const mainIndex = `.kibana_contracts_${suffix}`;
const probeIndex = `.kibana_siem_probe_${suffix}`;
/** What the probe keeps when nothing is configured. */
const defaultProbeIndex = '.kibana_siem_probe';

const startWith =
  (...plugins: HostUnderTestOptions['plugins']) =>
  (config: HostUnderTestOptions['config'] = {}): Promise<HostUnderTest> =>
    startHostUnderTest({
      opensearchUrl,
      plugins,
      config: { 'opensearchDashboards.index': mainIndex, ...config },
    });
const start = startWith('siemProbe');

describe('the server of the host', () => {
  let running: HostUnderTest;
  const host = () => running;

  beforeAll(async () => {
    if (opensearchUrl === '') throw new Error('OPENSEARCH_URL is not set: run npm test -- contracts');
    running = await start({ 'siemProbe.index': probeIndex });
  });
  afterAll(() => running?.stop());

  lifecycleFacts(host, () => probeIndex);
  requestFacts(host);
  answerFacts(host);
  openSearchFacts(host);
  savedObjectFacts(host, () => probeIndex);
  savedObjectListFacts(host);
  serviceFacts(host);
  fileFacts(host);
});

describe('the start of the host', () => startupFacts(start));

describe('the host with the built plugin', () => pluginFacts(startWith('awsSiem')));

afterAll(async () => {
  const client = new Client({ node: opensearchUrl });
  const names = [mainIndex, probeIndex, defaultProbeIndex].map((alias) => `${alias}_*`);
  await client.indices.delete({ index: names, ignore_unavailable: true, expand_wildcards: 'all' });
  await client.close();
});

describe('the list of facts', () => {
  test('has one test for each fact, and no test has none', () => {
    expect(testedFacts().sort()).toEqual(Object.keys(SERVER_FACTS).sort());
  });

  test('names only files that are there', () => {
    const facts: Record<string, Fact> = SERVER_FACTS;
    const files = new Set(Object.values(facts).flatMap(({ usedBy }) => usedBy));
    const missing = [...files].filter((file) => !existsSync(resolve(__dirname, '../..', file)));
    expect(missing).toEqual([]);
  });
});

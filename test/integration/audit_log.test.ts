import { Client } from '@opensearch-project/opensearch';
import { createAuditLog } from '../../server/adapters/opensearch/audit_log';
import { createSearch } from '../../server/adapters/opensearch/search';
import { waitFor } from '../../dev/embedded/wait';
import { fakeClock } from '../fakes/clock';

const client = new Client({ node: process.env.OPENSEARCH_URL ?? '' });
const search = createSearch(client);
const INDEX = 'siem-audit-2019.03';
const clock = fakeClock(Date.parse('2019-03-05T06:07:08Z'));
const silent = { debug() {}, info() {}, warn() {}, error() {} };

afterAll(async () => {
  await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  await client.close();
});

describe('the audit log', () => {
  it('keeps who did what to what, and whether it worked', async () => {
    const audit = createAuditLog(client, clock, silent);
    audit({ action: 'rule.delete', target: 'r1', actor: 'alice', outcome: 'failure', code: 'forbidden' });
    const record = await waitFor('the record', async () => {
      await search.refresh(INDEX);
      const { hits } = await search.search({ index: INDEX, body: {} });
      return hits.hits[0]?._source;
    });
    expect(record).toEqual({
      '@timestamp': '2019-03-05T06:07:08.000Z',
      event: { kind: 'event', module: 'aws_siem', action: 'rule.delete', outcome: 'failure' },
      user: { name: 'alice' },
      siem: { target: 'r1' },
      error: { code: 'forbidden' },
    });
  });

  it('goes to the host’s log where it cannot be written', async () => {
    const lines: string[] = [];
    const nowhere = new Client({ node: 'http://127.0.0.1:1', maxRetries: 0 });
    const told = new Promise<void>((resolve) => {
      const logger = { ...silent, warn: (line: string) => resolve(void lines.push(line)) };
      createAuditLog(nowhere, clock, logger)({ action: 'source.create', actor: 'bob', outcome: 'success' });
    });
    await told;
    expect(lines.join()).toMatch(/source\.create.*bob/);
  });
});

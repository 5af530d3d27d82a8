import { startHttpSink, type HttpSink } from '../../dev/embedded/http_sink';
import { waitFor } from '../../dev/embedded/wait';
import type { ListInput } from '../../common/list';
import { createDatabaseFiles } from '../../server/adapters/enrichment/database_files';
import { createEnrichmentKeeper } from '../../server/adapters/enrichment/keep_enrichment';
import { createDownload, createGuard } from '../../server/adapters/outbound';
import { createListContent } from '../../server/core/lists/list_content';
import { createListService } from '../../server/core/lists/lists';
import { createListRefresh } from '../../server/core/lists/refresh_list';
import { createValueLists } from '../../server/core/lists/value_lists';
import { systemClock as clock } from '../../server/host';
import { fakeManagedObjects } from '../fakes/managed_objects';
import { buildWorker, indexed, newSource, putObjects, startEngine, type RunningEngine } from './ingest_setup';

const OPENSEARCH = process.env['OPENSEARCH_URL'] ?? '';
const S3 = process.env['S3_ENDPOINT'] ?? '';
const COUNTRIES = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
const ACTOR = { name: 'alice', roles: [], authenticated: true };
const logger = { debug() {}, info() {}, warn() {}, error() {} };

jest.setTimeout(60_000);

let running: RunningEngine;
let feed: HttpSink;

beforeAll(async () => {
  await buildWorker();
  [running, feed] = await Promise.all([
    startEngine({ opensearchUrl: OPENSEARCH, threads: 1 }),
    startHttpSink(),
  ]);
});

afterAll(async () => {
  await feed.stop();
  await running.stop();
});

/** Lists on the real state store, as the plugin composes them. */
function openLists() {
  const objects = fakeManagedObjects<ListInput>();
  const content = createListContent({
    state: running.store,
    clock,
    newId: () => `${Date.now().toString(36)}${process.pid}`,
  });
  const guard = createGuard({ allow: ['127.0.0.0/8'] });
  const refresh = createListRefresh({ content, download: createDownload(guard), clock });
  const service = createListService({
    objects,
    content,
    clock,
    refresh,
    reserved: new Set(),
    users: async () => [],
  });
  return { service, values: createValueLists({ objects, content, clock, logger }) };
}

function flow(source: string): string {
  const at = Math.floor(Date.now() / 1_000) - 600;
  return `2 123456789012 eni-1 ${source} 10.0.0.5 40000 443 6 1 40 ${at} ${at + 10} ACCEPT OK\n`;
}

test('a fetched indicator list and the country database enrich what is indexed', async () => {
  const { service, values } = openLists();
  const name = `feed_${Date.now().toString(36)}`;
  feed.setAnswer(200, '# exits\n3.120.0.0/16\nnonsense\n');
  await service.create({ name, kind: 'ip', indicator: true, url: `${feed.url}/exits.txt` }, ACTOR);
  expect((await service.refresh(name)).status).toMatchObject({ state: 'ok', entries: 1 });

  const keeper = createEnrichmentKeeper({
    files: createDatabaseFiles({ country: COUNTRIES }, logger),
    indicators: async () =>
      (await values.indicators()).map(({ name: of, kind, entries }) => ({
        name: of,
        kind,
        values: entries.join('\n'),
      })),
    publish: (data) => running.pool.enrich(data),
    clock,
    logger,
  });
  await keeper.prepare();

  const source = newSource(S3);
  const plain = newSource(S3, { enrichment: { geo: false, indicators: false } });
  const lines = flow('3.120.0.9') + flow('10.0.0.7');
  for (const one of [source, plain]) {
    await putObjects(S3, one.bucket, { 'flows.log': lines });
    await running.engine.pollSource(one, new AbortController().signal);
    await waitFor('the events', async () => (await indexed(running.client, one)).events === 2);
  }

  const found = async (query: string) => {
    const { body } = await running.client.search({
      index: 'siem-logs-vpcflow-*',
      body: { query: { query_string: { query } } },
    });
    const { hits } = body.hits as unknown as { hits: Array<{ _source: Record<string, unknown> }> };
    return hits.map(({ _source }) => _source);
  };
  const [event, ...others] = await found(
    `source.geo.country_iso_code:DE AND tags:threat_indicator AND siem.namespace:(${source.namespace} OR ${plain.namespace})`,
  );
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    source: { ip: '3.120.0.9', geo: { country_iso_code: 'DE', country_name: 'Germany' } },
    tags: ['threat_indicator'],
    threat: { feed: { name: [name] }, indicator: { ip: ['3.120.0.9'], type: ['ipv4-addr'] } },
    siem: { namespace: source.namespace },
  });
  expect(await found(`_exists_:source.geo.country_iso_code AND source.ip:10.0.0.7`)).toEqual([]);
});

test('a feed is not fetched again while it has not changed, and one that is gone leaves the entries', async () => {
  const { service } = openLists();
  const name = `feed_${Date.now().toString(36)}x`;
  feed.setAnswer(200, '203.0.113.9\n');
  await service.create({ name, kind: 'ip', indicator: false, url: `${feed.url}/other.txt` }, ACTOR);
  await service.refresh(name);
  feed.setAnswer(404);
  expect((await service.refresh(name)).status).toMatchObject({
    state: 'failing',
    entries: 1,
    lastError: { code: 'download_refused' },
  });
  expect(await service.export(name)).toBe('203.0.113.9\n');
  await service.remove(name);
  await running.store.refresh();
  expect(await running.store.count({ kind: 'list_chunk', equals: { key: name } })).toBe(0);
});

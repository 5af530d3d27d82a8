import { Client } from '@opensearch-project/opensearch';
import { startParts } from '../dev/embedded';
import { createSearch } from '../server/adapters/opensearch/search';
import { installTemplates } from '../server/adapters/opensearch/templates';
import { alertMappingProperties } from '../server/core/detect/alert_mapping';
import { readExplore } from '../server/core/explore/explore';
import { logTypes } from '../server/core/ingest/log_types';
import { searchableFields } from '../server/core/ingest/searchable_fields';
import { readOverview } from '../server/core/overview/overview';
import type { Search, SearchRequest } from '../server/core/ports';
import { loadMixedEvents, SCANNER } from './overview_data';
import { median } from './figures';

/** Fewer for a quick look; figures for the record are of one and of ten million events. */
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const ROUNDS = 7;
const DAY = 86_400_000;

interface PageFigures {
  /** Medians of rounds that take turns, in milliseconds: the page's answer, and the same searches by raw `_msearch`. */
  ms: number;
  rawMs: number;
  timesRaw: number;
  searches: number;
  /** Of the answer as JSON. */
  answerBytes: number;
}

export interface OverviewFigures {
  events: number;
  overview: PageFigures;
  explore: PageFigures;
}

/** The overview's and Explore's answers for a day, beside the same searches sent raw in the same run. */
export async function measureOverview(): Promise<OverviewFigures> {
  const parts = await startParts({ opensearch: { heap: '2g' } });
  const client = new Client({ node: parts.opensearchUrl, requestTimeout: 300_000 });
  try {
    await installTemplates(client, { logTypes: logTypes.all, alertProperties: alertMappingProperties });
    const now = Date.now();
    await loadMixedEvents(client, EVENTS, now);
    const search = createSearch(client);
    const period = { from: new Date(now - DAY).toISOString(), to: new Date(now).toISOString() };
    const overviewParts = {
      logTypes: logTypes.all,
      attention: async () => ({ items: [], sources: [] }),
      lists: { get: async () => undefined },
      fields: logTypes.all.flatMap(searchableFields),
    };
    return {
      events: EVENTS,
      overview: await measurePage(client, search, (recorded) =>
        readOverview({ ...overviewParts, search: recorded }, { ...period, query: '' }),
      ),
      explore: await measurePage(client, search, (recorded) =>
        readExplore({ search: recorded, logTypes: logTypes.all }, { kind: 'ip', value: SCANNER, ...period }),
      ),
    };
  } finally {
    await client.close();
    await parts.stop();
  }
}

async function measurePage(
  client: Client,
  search: Search,
  read: (search: Search) => Promise<object>,
): Promise<PageFigures> {
  let sent: SearchRequest[] = [];
  const recorded: Search = {
    ...search,
    msearch(requests, signal) {
      sent = requests;
      return search.msearch(requests, signal);
    },
  };
  // The first round warms caches of the disk and of the virtual machine.
  const answerBytes = JSON.stringify(await read(recorded)).length;
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => read(recorded)));
    raw.push(await timed(() => sendRaw(client, sent)));
  }
  const [ms, rawMs] = [median(ours), median(raw)];
  return {
    ms: Math.round(ms),
    rawMs: Math.round(rawMs),
    timesRaw: Math.round((ms / rawMs) * 100) / 100,
    searches: sent.length,
    answerBytes,
  };
}

async function sendRaw(client: Client, requests: SearchRequest[]): Promise<void> {
  await client.msearch({ body: requests.flatMap(({ index, body }) => [{ index }, body]) });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

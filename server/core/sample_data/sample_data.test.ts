import { fakeClock } from '../../../test/fakes/clock';
import { fakeEventIndex } from '../../../test/fakes/event_index';
import { fakeStateStore } from '../../../test/fakes/state_store';
import type { RuleInput, RuleView } from '../../../common/rule';
import { SiemError } from '../errors';
import { isPrivate } from '../ingest/derive/network_direction';
import { logTypes } from '../ingest/log_types';
import type { Search } from '../ports';
import { createSampleData, type SampleDataParts } from './sample_data';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-01-15T12:00:00Z');
const actor = { name: 'ann', roles: [], authenticated: true };

function setUp(overrides: Partial<SampleDataParts> = {}) {
  const eventIndex = fakeEventIndex();
  const rules = new Map<string, RuleInput>([['sampled_by_hand', { name: 'Own' } as RuleInput]]);
  const alertsRemoved: string[] = [];
  const search = {
    msearch: async () => {
      const total = eventIndex.all('siem-logs-').length;
      return [total, 0].map((count) => ({ took: 1, hits: { total: count, hits: [] } }));
    },
    refresh: async () => undefined,
  } as unknown as Search;
  const sample = createSampleData({
    state: fakeStateStore(),
    search,
    clock: fakeClock(NOW),
    logTypes,
    eventIndex,
    enrichment: () => ({}),
    keeping: async () => ({ schedule: [] }),
    rules: {
      list: async () => [...rules].map(([id, rule]) => ({ ...rule, id }) as RuleView),
      async create(input, _actor, _search, id = '') {
        rules.set(id, input);
        return { ...input, id } as RuleView;
      },
      remove: async (id) => void rules.delete(id),
    },
    indices: {
      list: async () =>
        [...eventIndex.documents].map(([name, { size }]) => ({ name, docs: size, bytes: size })),
      remove: async (name) => void eventIndex.documents.delete(name),
    },
    removeAlerts: async (ids) => void alertsRemoved.push(ids),
    obstacle: () => undefined,
    ...overrides,
  });
  return { sample, eventIndex, rules, alertsRemoved, load: () => sample.load(actor, search) };
}

describe('sample data', () => {
  it('is a day of events of nine types that nothing refuses, and rules that look at nothing else', async () => {
    const { load, eventIndex, rules } = setUp();
    const { present, events, rules: count } = await load();
    expect({ present, count }).toEqual({ present: true, count: 8 });
    expect(events).toBeGreaterThan(9_000);
    expect(events).toBeLessThan(15_000);
    expect(eventIndex.all('siem-rejects-')).toEqual([]);

    const found = eventIndex.all('siem-logs-');
    expect(new Set(found.map(({ type }) => type)).size).toBe(9);
    expect(new Set(found.map(({ siem }) => (siem as { namespace: string }).namespace))).toEqual(
      new Set(['sample']),
    );
    const times = found.map((event) => Date.parse(event['@timestamp'] as string));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW - 86_401_000);
    // A flow ends up to a minute after it began.
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW + 60_000);
    for (const [id, { query, channels }] of rules) {
      if (id === 'sampled_by_hand') continue;
      expect(query).toMatch(/\) AND siem\.namespace:sample$/);
      expect(channels).toEqual([]);
    }
  });

  it('has each of its made-up public addresses in one country, whichever log tells of it', async () => {
    const { load, eventIndex } = setUp();
    await load();
    const countries = new Map<string, Set<string | undefined>>();
    for (const { source } of eventIndex.all('siem-logs-')) {
      const { ip, geo } = (source ?? {}) as { ip?: unknown; geo?: { country_iso_code?: string } };
      // Route 53 Resolver and findings tell several, and machines inside are in no country.
      if (typeof ip !== 'string' || isPrivate(ip)) continue;
      countries.set(ip, (countries.get(ip) ?? new Set()).add(geo?.country_iso_code));
    }
    expect(countries.size).toBeGreaterThan(500);
    expect([...countries].filter(([, found]) => found.size !== 1 || found.has(undefined))).toEqual([]);
    expect(new Set([...countries.values()].flatMap((found) => [...found])).size).toBeGreaterThan(30);
  });

  it('goes whole, and takes nothing of the user with it', async () => {
    const { load, sample, eventIndex, rules, alertsRemoved } = setUp();
    const own = new Map([['1', { type: 'vpcflow' }]]);
    eventIndex.documents.set('siem-logs-vpcflow-default-2026.01', own);
    eventIndex.documents.set('siem-logs-vpcflow-samples-2026.01', own);
    await load();
    await sample.remove();
    expect([...eventIndex.documents.keys()]).toEqual([
      'siem-logs-vpcflow-default-2026.01',
      'siem-logs-vpcflow-samples-2026.01',
    ]);
    expect([...rules.keys()]).toEqual(['sampled_by_hand']);
    expect(alertsRemoved).toEqual(['sample_*']);
  });

  it('is loaded once, and again after it was removed', async () => {
    const { load, sample } = setUp();
    await load();
    await expect(load()).rejects.toMatchObject({ code: 'conflict' });
    await sample.remove();
    await expect(load()).resolves.toMatchObject({ present: true });
  });

  it('leaves nothing behind when loading fails', async () => {
    const { load, sample, eventIndex } = setUp();
    eventIndex.refuse = ({ type }) =>
      type === 'waf'
        ? { status: 503, type: 'x', reason: 'x', error: new SiemError('disk_flood_stage', 'Disk full.') }
        : undefined;
    await expect(load()).rejects.toMatchObject({ code: 'disk_flood_stage' });
    await expect(sample.show()).resolves.toEqual({ present: false, events: 0, alerts: 0, rules: 0 });
  });

  it('is not loaded while nothing would come of it', async () => {
    const { load, eventIndex } = setUp({ obstacle: () => 'OpenSearch is down.' });
    await expect(load()).rejects.toThrow('Background work is off: OpenSearch is down.');
    expect(eventIndex.documents.size).toBe(0);
  });
});

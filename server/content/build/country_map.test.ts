import { type Bounds, expressionFunction, parse, View, type Item, type Spec } from 'vega';
import { countryMap } from './country_map';
import { LOGS } from './saved_object';

const FIELD = 'source.geo.country_iso_code';

interface Search {
  index: string;
  '%context%': boolean;
  '%timefield%': string;
  body: object;
}
type MapItem = Item & { bounds: Bounds; fill: string; tooltip: object; text: string | string[] };

const addFilter = jest.fn();
expressionFunction('opensearchDashboardsAddFilter', addFilter);

const object = countryMap('map', 'Map', { query: 'event.action:BLOCK' }).build(
  { dashboard: 'waf', title: 'WAF', pattern: LOGS, query: 'type:waf' },
  'WAF: Map',
  'awssiem-waf-map',
);
const text = (JSON.parse(object.attributes['visState'] as string) as { params: { spec: string } }).params
  .spec;
const spec = () => JSON.parse(text) as { data: Array<{ url?: Search; values?: object }> };

/** The map as Vega draws it of what OpenSearch answers, with what Vega complains of. */
async function draw(answer: object) {
  const complaints: unknown[] = [];
  const drawn = spec();
  for (const data of drawn.data.filter(({ url }) => url))
    Object.assign(data, { url: undefined, values: answer });
  const view = new View(parse(drawn as Spec));
  view.logger({ ...view.logger(), warn: (...what) => (complaints.push(what), view.logger()) });
  await view.width(800).height(400).runAsync();
  const items = (mark: string) => itemsOf(view.scenegraph() as never, mark);
  return {
    view,
    complaints,
    /** What is drawn for a country, as area or as dot. */
    country: (code: string) =>
      [...items('lands'), ...items('dots')].find(({ datum }) => (datum as { id: string }).id === code),
    buttons: () => items('buttons'),
    codes: (mark: string) => items(mark).map(({ datum }) => (datum as { id: string }).id),
    said: (mark: string) => items(mark).map((item) => item.text),
  };
}

interface Mark {
  name?: string;
  items?: Array<MapItem & Mark>;
}

function itemsOf({ root }: { root: Mark }, name: string): MapItem[] {
  const search = (mark: Mark): MapItem[] =>
    mark.name === name ? (mark.items ?? []) : (mark.items ?? []).flatMap(search);
  return search(root);
}

const answerOf = (counts: Record<string, number>) => ({
  aggregations: {
    countries: { buckets: Object.entries(counts).map(([key, doc_count]) => ({ key, doc_count })) },
  },
});

describe('the map of countries', () => {
  it('asks OpenSearch for the events of each country, within what the dashboard looks at', () => {
    const searches = spec().data.flatMap(({ url }) => url ?? []);
    expect(searches).toEqual([
      {
        index: 'siem-logs-*',
        '%context%': true,
        '%timefield%': '@timestamp',
        body: { size: 0, aggs: { countries: { terms: { field: FIELD, size: 300 } } } },
      },
    ]);
    const { searchSourceJSON } = object.attributes['kibanaSavedObjectMeta'] as { searchSourceJSON: string };
    expect(JSON.parse(searchSourceJSON)).toMatchObject({
      query: { query: 'type:waf AND (event.action:BLOCK)', language: 'lucene' },
    });
  });

  it('loads nothing from elsewhere, and is small', () => {
    expect(text.match(/https?:[^"]*/g)).toEqual(['https://vega.github.io/schema/vega/v5.json']);
    expect(text.length).toBeLessThan(90_000);
  });

  it('fills countries by the order of magnitude of their events, and others with a faint grey', async () => {
    const { country, complaints } = await draw(answerOf({ US: 10_000, DE: 100, FR: 1 }));
    const fills = ['US', 'DE', 'FR', 'BR'].map((code) => channels(country(code)?.fill));
    expect(fills).toEqual([
      [0, 119, 204, 1],
      [35, 135, 212, 0.675],
      [70, 150, 220, 0.35],
      [152, 162, 179, 0.2],
    ]);
    expect(complaints).toEqual([]);
  });

  it('says a country and its events in its tooltip', async () => {
    const { country } = await draw(answerOf({ US: 12_345, SG: 7 }));
    expect(country('US')?.tooltip).toEqual({ title: 'United States', Events: '12,345' });
    expect(country('SG')?.tooltip).toEqual({ title: 'Singapore', Events: '7' });
    expect(country('BR')?.tooltip).toEqual({ title: 'Brazil', Events: '0' });
  });

  it('draws countries too small to be seen as dots, where they have events', async () => {
    const { codes } = await draw(answerOf({ SG: 7, MT: 1, US: 2 }));
    expect(codes('dots')).toEqual(['MT', 'SG']);
    expect(codes('lands')).not.toContain('SG');
    expect(codes('lands')).toContain('US');
  });

  it('narrows the dashboard to a country that is clicked, but not to one without events', async () => {
    const { view, country } = await draw(answerOf({ DE: 3, SG: 1 }));
    for (const code of ['DE', 'SG', 'BR']) {
      click(view, country(code));
      await view.runAsync();
    }
    expect(addFilter.mock.calls).toEqual([
      [{ match_phrase: { [FIELD]: 'DE' } }, 'siem-logs-*'],
      [{ match_phrase: { [FIELD]: 'SG' } }, 'siem-logs-*'],
    ]);
  });

  it('is zoomed by its buttons and dragged then, which is no click on a country', async () => {
    const { view, country, buttons, said } = await draw(answerOf({ DE: 3 }));
    expect(said('signs')).toEqual(['+', '−', '1×']);
    addFilter.mockClear();
    const widthOf = () => country('DE')!.bounds.width();
    const whole = widthOf();
    const [closer, , world] = buttons();
    for (const factor of [2, 4]) {
      click(view, closer);
      await view.runAsync();
      expect(widthOf() / whole).toBeCloseTo(factor, 0);
    }
    const [width, height] = [800, 400 - 16];
    view.signal('dragged', true).signal('moved', [50, 20]);
    await view.runAsync();
    expect([view.signal('left'), view.signal('top')]).toEqual([
      50 * 4 - 1.5 * width,
      8 + 20 * 4 - 1.5 * height,
    ]);
    click(view, country('DE'));
    await view.runAsync();
    expect(addFilter).not.toHaveBeenCalled();

    click(view, world);
    await view.runAsync();
    expect(widthOf()).toBeCloseTo(whole);
    expect(view.signal('moved')).toEqual([0, 0]);
  });

  it('names codes that are no place on it', async () => {
    const { said } = await draw(answerOf({ DE: 3, EU: 2, AP: 1 }));
    expect(said('elsewhere-note')).toEqual(['Not on the map: EU, AP']);
    expect((await draw(answerOf({ DE: 3 }))).said('elsewhere-note')).toEqual(['']);
  });

  it.each([
    ['no event has a country', answerOf({})],
    ['no index is there yet', { hits: { hits: [] } }],
  ])('says so where %s, in place of an empty world', async (_what, answer) => {
    const { codes, said, complaints } = await draw(answer);
    expect(said('nothing-note').flat()[0]).toBe('No event here has a country.');
    expect(codes('lands')).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Red, green, blue and opacity. */
const channels = (color = '') =>
  [...color.matchAll(/[\d.]+/g)].map(([number]) => Math.round(Number(number) * 1_000) / 1_000);

/** As Vega hands a click on: it has no way of its own to act as a mouse. */
function click(view: View, item: Item | undefined) {
  const { _handler: handler } = view as unknown as {
    _handler: { handlers(): Array<{ type: string; handler(event: object, item: unknown): void }> };
  };
  for (const one of handler.handlers())
    if (one.type === 'click') one.handler(new Event('click', { cancelable: true }), item);
}

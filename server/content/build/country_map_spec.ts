import { mapZoom } from './country_map_zoom';

/** What a map of countries counts. */
export interface CountryMapParts {
  /** Title of the index pattern, such as `siem-logs-*`. */
  index: string;
  /** Holds ISO 3166-1 alpha-2 codes. */
  field: string;
  /** What is counted, such as `Events`. */
  counted: string;
  /** Areas of the world in TopoJSON, by alpha-2 code. */
  world: object;
}

/** More than there are codes. */
const MOST_COUNTRIES = 300;

/** Countries without events. See-through colours can be read on the light and on the dark theme, which a saved object cannot know. */
const NEUTRAL = 'rgba(152, 162, 179, 0.2)';
/** From one event to the most. */
const SHADES = ['rgba(70, 150, 220, 0.35)', 'rgba(0, 119, 204, 1)'];
const POWERS = Array.from({ length: 13 }, (_, exponent) => 10 ** exponent);
/** As the host's own texts. */
const FONT = { font: "'Inter UI', sans-serif" };
/** Pixels. */
const DOT_RADIUS = 4;
const MARGIN = 8;
/** Of a colour that is cut out. */
const BORDER = { stroke: { value: '#000' }, strokeWidth: { value: 0.75 } };

const SOME = "length(data('countries')) > 0";
const SMALL = "datum.geometry.type === 'Point'";

/**
 * A Vega specification (https://vega.github.io/vega/docs/specification) of a map that colours countries by their number of events. OSD runs the
 * search, narrowed by the dashboard's period, query and filters (`%context%`, `%timefield%`); a click on a country adds a filter to these.
 */
export function countryMapSpec({ index, field, counted, world }: CountryMapParts): object {
  const zoom = mapZoom(MARGIN);
  return {
    $schema: 'https://vega.github.io/schema/vega/v5.json',
    description: `Map of the world: ${counted.toLowerCase()} by country.`,
    padding: 0,
    // Its colours OSD sets by the theme.
    config: { style: { 'guide-label': FONT, 'guide-title': FONT } },
    signals: [
      ...zoom.signals,
      {
        name: 'chosen',
        on: [
          {
            events: '@lands:click, @dots:click',
            update: `!dragged && datum.events > 0 && opensearchDashboardsAddFilter({match_phrase: {'${field}': datum.id}}, '${index}')`,
          },
        ],
      },
    ],
    projections: [
      {
        name: 'projection',
        type: 'naturalEarth1',
        // Keeps the far east of Russia with the rest of it.
        rotate: [-11, 0],
        fit: { signal: "data('areas')" },
        extent: { signal: zoom.extent },
        pointRadius: DOT_RADIUS,
      },
    ],
    marks: [
      {
        type: 'group',
        from: { data: 'some' },
        encode: { update: { width: { signal: 'width' }, height: { signal: 'height' } } },
        // Counts of countries differ by orders of magnitude.
        signals: [
          {
            name: 'decades',
            update: "max(1, ceil(log(extent(pluck(data('countries'), 'events'))[1]) / LN10))",
          },
        ],
        scales: [
          {
            name: 'shade',
            type: 'log',
            domain: [1, { signal: 'pow(10, decades)' }],
            range: SHADES,
          },
        ],
        legends: [
          {
            fill: 'shade',
            title: counted,
            orient: 'bottom-left',
            format: '~s',
            gradientLength: 120,
            values: { signal: `slice(${JSON.stringify(POWERS)}, 0, decades + 1)` },
          },
        ],
        marks: [
          fills('lands', 'large', counted),
          cut('large', BORDER),
          cut('small', { fill: BORDER.stroke, stroke: BORDER.stroke, strokeWidth: { value: 2 } }),
          fills('dots', 'small', counted),
          elsewhere(),
          ...zoom.marks,
        ],
      },
      nothing(),
    ],
    data: [
      {
        name: 'countries',
        url: {
          '%context%': true,
          '%timefield%': '@timestamp',
          index,
          body: { size: 0, aggs: { countries: { terms: { field, size: MOST_COUNTRIES } } } },
        },
        transform: [
          // Without an index that matches, the answer has no aggregations.
          {
            type: 'formula',
            as: 'bucket',
            expr: 'datum.aggregations ? datum.aggregations.countries.buckets : []',
          },
          { type: 'flatten', fields: ['bucket'] },
          { type: 'project', fields: ['bucket.key', 'bucket.doc_count'], as: ['code', 'events'] },
        ],
      },
      {
        name: 'areas',
        values: world,
        format: { type: 'topojson', feature: 'areas' },
        transform: [
          { type: 'lookup', from: 'countries', key: 'code', fields: ['id'], values: ['events'], default: 0 },
        ],
      },
      { name: 'large', source: 'areas', transform: [{ type: 'filter', expr: `!(${SMALL})` }] },
      // Without events they would litter the seas.
      {
        name: 'small',
        source: 'areas',
        transform: [{ type: 'filter', expr: `${SMALL} && datum.events > 0` }],
      },
      {
        name: 'elsewhere',
        source: 'countries',
        transform: [
          { type: 'lookup', from: 'areas', key: 'id', fields: ['code'], as: ['area'] },
          { type: 'filter', expr: '!datum.area' },
        ],
      },
      zoom.data,
      { name: 'some', values: [{}], transform: [{ type: 'filter', expr: SOME }] },
      { name: 'none', values: [{}], transform: [{ type: 'filter', expr: `!(${SOME})` }] },
    ],
  };
}

const PROJECTED = { type: 'geoshape', projection: 'projection' };

function fills(name: string, data: string, counted: string) {
  return {
    name,
    type: 'shape',
    from: { data },
    encode: {
      update: {
        fill: [{ test: 'datum.events > 0', scale: 'shade', field: 'events' }, { value: NEUTRAL }],
        fillOpacity: { value: 1 },
        cursor: { signal: "datum.events > 0 ? 'pointer' : 'default'" },
        tooltip: { signal: `{title: datum.properties.name, '${counted}': format(datum.events, ',')}` },
      },
      hover: { fillOpacity: { value: 0.75 } },
    },
    transform: [PROJECTED],
  };
}

/** Cut out of what is drawn, since the panel's background is the one colour that parts countries on both themes. */
function cut(data: string, shape: object) {
  return {
    type: 'shape',
    from: { data },
    interactive: false,
    encode: { update: { blend: { value: 'destination-out' }, ...shape } },
    transform: [PROJECTED],
  };
}

/** Codes that are no area of the map, such as EU, which registries give to networks. */
function elsewhere() {
  return {
    name: 'elsewhere-note',
    type: 'text',
    style: 'guide-label',
    encode: {
      update: {
        x: { signal: `width - ${MARGIN}` },
        y: { signal: `height - ${MARGIN}` },
        align: { value: 'right' },
        text: {
          signal:
            "length(data('elsewhere')) > 0 ? 'Not on the map: ' + join(pluck(data('elsewhere'), 'code'), ', ') : ''",
        },
      },
    },
  };
}

/** Said in place of a world without a colour. */
function nothing() {
  return {
    name: 'nothing-note',
    type: 'text',
    from: { data: 'none' },
    style: 'guide-label',
    encode: {
      update: {
        x: { signal: 'width / 2' },
        y: { signal: 'height / 2 - 14' },
        align: { value: 'center' },
        fontSize: { value: 14 },
        text: {
          value: [
            'No event here has a country.',
            'Countries come from WAF and CloudFront logs',
            'and from enrichment of addresses.',
          ],
        },
      },
    },
  };
}

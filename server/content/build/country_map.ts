import { countryMapSpec } from './country_map_spec';
import type { Panel } from './panel';
import { visualization } from './panel';
import { PATTERN_TITLES } from './saved_object';
import world from './world.json';

interface CountryMapOptions {
  /** Lucene; only events that match count. */
  query?: string;
  /** Holds ISO 3166-1 alpha-2 codes. */
  field?: string;
  counted?: string;
}

/** A map of the world whose countries are coloured by their number of events. It brings its geometry, so that nothing is loaded from elsewhere. */
export function countryMap(
  id: string,
  title: string,
  { query, field = 'source.geo.country_iso_code', counted = 'Events' }: CountryMapOptions = {},
): Panel {
  const build: Panel['build'] = (scope, ...rest) => {
    const spec = countryMapSpec({ index: PATTERN_TITLES[scope.pattern], field, counted, world });
    return visualization(id, title, { type: 'vega', params: { spec: textOf(spec) }, query }).build(
      scope,
      ...rest,
    );
  };
  return { id, title, build };
}

/** As people want to find it who edit the map: in lines, but for the geometry. */
function textOf(spec: object): string {
  const text = JSON.stringify(spec, (_key, part: unknown) => (part === world ? 'world' : part), 2);
  return text.replace('"values": "world"', () => `"values": ${JSON.stringify(world)}`);
}

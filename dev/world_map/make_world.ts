import { numericToAlpha2 } from 'i18n-iso-countries';
import { mergeArcs, quantize } from 'topojson-client';
import { filter, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Point, Polygon, Topology } from 'topojson-specification';

/** Natural Earth as world-atlas packs it: countries with their ISO 3166-1 numeric code, if they have one. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
/** Areas by alpha-2 code; those too small to be seen are dots. */
export type World = Topology<{ areas: GeometryCollection<{ name: string }> }>;

type Country = (Polygon | MultiPolygon) & { properties: { name: string } };
type Polygons = MultiPolygon['arcs'];
type Place = [longitude: number, latitude: number];

/** Square kilometres: smaller islands are left out, and a country that has no larger part is a dot. */
const SMALLEST_PART = 3_000;
/** Square kilometres: bends of a border that take less are straightened. */
const SMALLEST_BEND = 1_200;
/** Steps from edge to edge, so that a coordinate is a small number. */
const GRID = 3_000;
const EARTH = 6_371 ** 2;

/** Names of areas to which Natural Earth gives no number: ISO 3166-1 counts them to these, and Kosovo's code is the one in use. */
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' };

/** Parts of a country, each by a place in it, that are another one in ISO 3166. */
const PARTS: ReadonlyArray<{ of: string; at: Place; code: string }> = [
  { of: 'RU', at: [34.2, 45.2], code: 'UA' },
  { of: 'FR', at: [-53.1, 3.9], code: 'GF' },
  { of: 'FR', at: [-61.6, 16.2], code: 'GP' },
  { of: 'FR', at: [-61, 14.6], code: 'MQ' },
  { of: 'FR', at: [55.5, -21.1], code: 'RE' },
  { of: 'FR', at: [45.1, -12.8], code: 'YT' },
  { of: 'NO', at: [16.5, 78.9], code: 'SJ' },
  { of: 'NL', at: [-68.3, 12.2], code: 'BQ' },
];
/** Has no networks of its own, and would take a fifth of the map. */
const LEFT_OUT = new Set(['AQ']);

/**
 * The areas of ISO 3166-1 as the dashboards' maps draw them.
 * @param nameOf English name of an alpha-2 code
 */
export function makeWorld(atlas: Atlas, nameOf: (code: string) => string): World {
  const world = presimplify(atlas, sphericalTriangleArea);
  const areas = [...polygonsByCode(world)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, polygons]) => ({
      ...drawn(world, mergeArcs(world, [{ type: 'MultiPolygon', arcs: polygons }])),
      id: code,
      properties: { name: nameOf(code) },
    }));
  // Dots are drawn over the countries around them.
  const geometries = [...areas.filter(isLarge), ...areas.filter(isDot)];
  const topology: World = {
    type: 'Topology',
    arcs: world.arcs,
    objects: { areas: { type: 'GeometryCollection', geometries } },
  };
  const simple = simplify(topology, SMALLEST_BEND / EARTH);
  // Drops borders that nothing uses any more.
  return quantize(filter(simple, () => true) as World, GRID);
}

const isDot = ({ type }: { type: string }) => type === 'Point';
const isLarge = (area: { type: string }) => !isDot(area);

/** Every polygon of the atlas under the alpha-2 code that it belongs to. */
function polygonsByCode(world: Topology): Map<string, Polygons> {
  const all = new Map<string, Polygons>();
  const { geometries } = world.objects['countries'] as GeometryCollection<{ name: string }>;
  for (const country of geometries as Country[]) {
    const code = country.id === undefined ? UNNUMBERED[country.properties.name] : numericToAlpha2(country.id);
    if (code === undefined || LEFT_OUT.has(code)) continue;
    const polygons = country.type === 'Polygon' ? [country.arcs] : country.arcs;
    const parts = PARTS.filter(({ of }) => of === code).map(
      (part) => [nearest(world, polygons, part.at), part.code] as const,
    );
    for (const polygon of polygons) {
      const owner = parts.find(([part]) => part === polygon)?.[1] ?? code;
      all.set(owner, [...(all.get(owner) ?? []), polygon]);
    }
  }
  return all;
}

function nearest(world: Topology, polygons: Polygons, [longitude, latitude]: Place) {
  const distance = (polygon: Polygons[number]) => {
    const [x, y] = centreOf(world, polygon);
    return Math.hypot(x - longitude, y - latitude);
  };
  return [...polygons].sort((left, right) => distance(left) - distance(right))[0];
}

/** What is large enough to be seen, or else a dot in the middle of the largest part. */
function drawn(world: Topology, { arcs }: MultiPolygon): MultiPolygon | Point {
  const size = ([outline = []]: Polygons[number]) => ringSize(world, outline);
  const large = arcs.filter((polygon) => size(polygon) >= SMALLEST_PART);
  if (large.length > 0) {
    // Countries inside of others that are dots leave no holes.
    const rings = large.map((polygon) => polygon.filter((ring) => ringSize(world, ring) >= SMALLEST_PART));
    return { type: 'MultiPolygon', arcs: rings };
  }
  const [largest = []] = [...arcs].sort((left, right) => size(right) - size(left));
  return { type: 'Point', coordinates: centreOf(world, largest) };
}

/** The middle of the box around a polygon. */
function centreOf(world: Topology, [outline = []]: Polygons[number]): Place {
  const points = pointsOf(world, outline);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(points.map(([x]) => x)), middle(points.map(([, y]) => y))];
}

/** Square kilometres. */
function ringSize(world: Topology, ring: number[]): number {
  const size = sphericalRingArea(pointsOf(world, ring), false);
  // Seen from the other side, a ring has all but its area inside.
  return Math.min(size, 4 * Math.PI - size) * EARTH;
}

function pointsOf(world: Topology, ring: number[]): Place[] {
  return ring.flatMap((arc) => {
    const points = (world.arcs[arc < 0 ? ~arc : arc] ?? []) as Place[];
    return arc < 0 ? [...points].reverse() : points;
  });
}

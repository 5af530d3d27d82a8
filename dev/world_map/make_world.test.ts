import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-50m.json';
import vendored from '../../server/content/build/world.json';
import { makeWorld, type Atlas, type World } from './make_world';

const codeItself = (code: string) => code;
const world = makeWorld(atlas as unknown as Atlas, codeItself);
const { features } = feature(world, world.objects.areas);
const area = (code: string) => features.find(({ id }) => id === code)?.geometry;
type Named = Array<{ id: string; properties: { name: string } }>;

/** Whether one of an area's outlines passes within a degree or so of a place. */
function reaches(code: string, [longitude, latitude]: [number, number]): boolean {
  const geometry = area(code);
  const polygons = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons
    .flat(2)
    .some(([x = 0, y = 0]) => Math.abs(x - longitude) < 1.5 && Math.abs(y - latitude) < 1.5);
}

describe('the geometry of the maps', () => {
  it('is what "npm run world" writes', () => {
    const unnamed = structuredClone(vendored) as unknown as World & { source?: string };
    // Names are those of the Node that made the file.
    for (const { id, properties } of unnamed.objects.areas.geometries as Named) properties.name = id;
    delete unnamed.source;
    expect(unnamed).toEqual(JSON.parse(JSON.stringify(world)));
  });

  it('has each area once, under its alpha-2 code and with a name', () => {
    const geometries = vendored.objects.areas.geometries as Named;
    expect(geometries.length).toBeGreaterThan(235);
    expect(new Set(geometries.map(({ id }) => id)).size).toBe(geometries.length);
    expect(
      geometries.filter(({ id, properties }) => !/^[A-Z]{2}$/.test(id) || properties.name === id),
    ).toEqual([]);
  });

  it('follows ISO 3166-1 where Natural Earth does not', () => {
    const yalta: [number, number] = [34.2, 44.5];
    expect([reaches('UA', yalta), reaches('RU', yalta)]).toEqual([true, false]);
    const cayenne: [number, number] = [-52.3, 4.9];
    expect([reaches('GF', cayenne), reaches('FR', cayenne)]).toEqual([true, false]);
    const kyrenia: [number, number] = [33.3, 35.3];
    expect(reaches('CY', kyrenia)).toBe(true);
    const hargeisa: [number, number] = [44, 10.4];
    expect(reaches('SO', hargeisa)).toBe(true);
  });

  it('makes dots of what is too small to be seen, and draws them last', () => {
    const dots = ['SG', 'HK', 'MT', 'LU', 'RE'];
    expect(dots.map((code) => area(code)?.type)).toEqual(dots.map(() => 'Point'));
    const types = features.map(({ geometry }) => geometry.type);
    expect(types.lastIndexOf('MultiPolygon')).toBeLessThan(types.indexOf('Point'));
    const [longitude = 0, latitude = 0] = (area('SG') as { coordinates: number[] }).coordinates;
    expect([Math.round(longitude), Math.round(latitude)]).toEqual([104, 1]);
  });
});

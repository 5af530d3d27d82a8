import { writeFileSync } from 'fs';
import { resolve } from 'path';
import atlas from 'world-atlas/countries-50m.json';
import { version } from 'world-atlas/package.json';
import { makeWorld, type Atlas } from './make_world';

const FILE = resolve(__dirname, '../../server/content/build/world.json');

/** `npm run world`: writes the geometry of the dashboards' maps. Names are those of Unicode's CLDR that Node brings, as in the app. */
function main(): void {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const world = makeWorld(atlas as unknown as Atlas, (code) => names.of(code) ?? code);
  const source = `Natural Earth (public domain), packed by world-atlas ${version} (ISC), simplified`;
  writeFileSync(FILE, `${JSON.stringify({ source, ...world })}\n`);
}

main();

import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { join } from 'path';

/** The gate must at least be parsed by the Node 14 and 16 that old releases of OpenSearch Dashboards ship. */
const GATE_TARGET = 'es2018';
const NODE_TARGET = 'node18';

/** Countries of addresses, put beside the bundles as `country.mmdb`. */
export const COUNTRY_DATABASE =
  'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** What `server/content/build/world.json` is made of. */
export const WORLD_ATLAS = 'node_modules/world-atlas/countries-50m.json';

/** Builds `server/index.js` (the gate), `server/main.js` and `server/ingest_worker.js` into `outDir`. */
export async function buildServer(root: string, outDir: string): Promise<Metafile[]> {
  const common: BuildOptions & { metafile: true } = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    loader: { '.ndjson': 'text' },
    plugins: [noNativeAddons()],
  };
  const results = await Promise.all([
    build({
      ...common,
      entryPoints: ['server/index.ts'],
      outfile: join(outDir, 'server/index.js'),
      target: GATE_TARGET,
    }),
    build({
      ...common,
      entryPoints: ['server/main.ts', 'server/ingest_worker.ts'],
      outdir: join(outDir, 'server'),
      outbase: join(root, 'server'),
      target: NODE_TARGET,
      mainFields: ['module', 'main'],
    }),
  ]);
  return results.map(({ metafile }) => metafile);
}

/** A native addon works only on the machine it was built for, so an import of one fails the build. */
function noNativeAddons(): Plugin {
  return {
    name: 'no-native-addons',
    setup(build) {
      build.onResolve({ filter: /\.node$/ }, ({ path, importer }) => ({
        errors: [{ text: `native addon "${path}", imported by ${importer}, must not ship` }],
      }));
    },
  };
}

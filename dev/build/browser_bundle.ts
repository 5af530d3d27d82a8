import { build, type Metafile } from 'esbuild';
import { mkdir, writeFile } from 'fs/promises';
import { basename, join } from 'path';
import { PLUGIN_ID } from '../../common/plugin';
import { sharedDepsPlugin } from './shared_deps';

const TARGET = 'es2020';

/** The host calls the getter when it wants the plugin, so nothing of ours runs before that. */
const BANNER = `__osdBundles__.define('plugin/${PLUGIN_ID}/public',(()=>{let module;return()=>module||(module=(()=>{`;
const FOOTER = 'return loader;})())})(),0);';

export interface BrowserBundle {
  metafiles: Metafile[];
  /** Files, relative to the folder of the browser's code, that every page of the host loads. */
  eager: string[];
  /** Those that the app loads before it shows a page, the eager ones among them. */
  app: string[];
}

/** Builds the loader, `app.mjs`, the content-hashed app and its lazy chunks into `outDir`/target/public. */
export async function buildBrowser(root: string, outDir: string): Promise<BrowserBundle> {
  const publicDir = join(outDir, 'target/public');
  const loader = `${PLUGIN_ID}.plugin.js`;
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    target: TARGET,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const;
  const [loaderResult, appResult] = await Promise.all([
    build({
      ...common,
      entryPoints: ['public/loader/index.ts'],
      outfile: join(publicDir, loader),
      format: 'iife',
      globalName: 'loader',
      banner: { js: BANNER },
      footer: { js: FOOTER },
    }),
    build({
      ...common,
      entryPoints: { app: 'public/index.ts' },
      outdir: publicDir,
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      format: 'esm',
      splitting: true,
      jsx: 'transform',
      loader: { '.css': 'text', '.svg': 'dataurl' },
      plugins: [sharedDepsPlugin()],
    }),
  ]);
  const { metafile } = appResult;
  const entry = entryOf(metafile, 'public/index.ts');
  await mkdir(publicDir, { recursive: true });
  await writeFile(join(publicDir, 'app.mjs'), `export * from './${basename(entry)}';\n`);
  const loaded = staticImports(metafile, entry);
  const eager = [loader, 'app.mjs', ...[...loaded].map((path) => basename(path))];
  staticImports(metafile, entryOf(metafile, 'public/application/index.tsx'), loaded);
  const app = [loader, 'app.mjs', ...[...loaded].map((path) => basename(path))];
  return { metafiles: [loaderResult.metafile, metafile], eager, app };
}

function entryOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (!found) throw new Error(`No output of ${entryPoint}.`);
  return found[0];
}

/** `path` and everything it imports at once; what it imports lazily is left out. */
function staticImports(metafile: Metafile, path: string, seen = new Set<string>()): Set<string> {
  seen.add(path);
  for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && !seen.has(imported)) staticImports(metafile, imported, seen);
  }
  return seen;
}

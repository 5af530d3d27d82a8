import { build, type BuildOptions, type Plugin } from 'esbuild';
import { createHash } from 'crypto';
import { existsSync } from 'fs';
import { copyFile, mkdir, readFile, rename, rm } from 'fs/promises';
import { createRequire } from 'module';
import { dirname, join, resolve } from 'path';
import { SHARED_DEPS, sharedDepsPlugin } from '../../build/shared_deps';
import { listFiles } from '../../build/zip';

const ROOT = resolve(__dirname, '../../..');
const resolveModule = createRequire(join(ROOT, 'package.json')).resolve;

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
};

/**
 * Builds the browser half of the stand-in host once and keeps it in the cache.
 * @returns the folder to serve below `/<build number>/bundles/host/`
 */
export async function buildHostBrowser(): Promise<{ dir: string }> {
  const dir = join(ROOT, '.cache/host_browser', await hashSources());
  if (existsSync(dir)) return { dir };
  // Built aside and then moved: several hosts may start at the same time.
  const staging = `${dir}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  try {
    await Promise.all([buildSharedDeps(staging), buildCore(staging), copyStyles(staging)]);
    await rename(staging, dir).catch((error) => {
      if (!existsSync(dir)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return { dir };
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(ROOT, 'package-lock.json')));
  for (const folder of [__dirname, resolve(__dirname, '../../build')]) {
    for (const file of await listFiles(folder)) hash.update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function buildSharedDeps(outDir: string): Promise<unknown> {
  const entries = Object.entries(SHARED_DEPS).map(
    ([path, key]) => `${key}: require(${JSON.stringify(path)})`,
  );
  // As in OSD, whose polyfills bring it: EUI's auto refresh does not run without.
  const polyfills = "require('regenerator-runtime/runtime');";
  const contents = `${polyfills} window.__osdSharedDeps__ = { ${entries.join(', ')} };`;
  return build({
    ...COMMON,
    stdin: { contents, resolveDir: ROOT },
    outfile: join(outDir, 'shared_deps.js'),
    plugins: [hostModules()],
    // One copy of each library: with ES modules beside CommonJS there would be two of some.
    mainFields: ['browser', 'main'],
  });
}

function buildCore(outDir: string): Promise<unknown> {
  return build({
    ...COMMON,
    entryPoints: [join(__dirname, 'core/main.ts')],
    outfile: join(outDir, 'core.js'),
    jsx: 'transform',
    plugins: [sharedDepsPlugin()],
  });
}

/** OSD serves OUI under the name of EUI; its own modules are in no registry and are made here. */
function hostModules(): Plugin {
  const oui = dirname(resolveModule('@opensearch-project/oui/package.json'));
  const paths: Record<string, string> = {
    '@elastic/eui': join(oui, 'es/index.js'),
    '@elastic/eui/lib/services': join(oui, 'es/services/index.js'),
    '@elastic/eui/lib/services/format': join(oui, 'es/services/format/index.js'),
    '@elastic/eui/dist/eui_charts_theme': join(oui, 'dist/eui_charts_theme.js'),
    '@osd/i18n': join(__dirname, 'shared_deps/i18n.ts'),
    '@osd/i18n/react': join(__dirname, 'shared_deps/i18n_react.tsx'),
    '@osd/ui-shared-deps/theme': join(__dirname, 'shared_deps/theme.ts'),
  };
  return {
    name: 'host-modules',
    setup(builder) {
      builder.onResolve({ filter: /^@(elastic\/eui|osd)/ }, ({ path }) =>
        paths[path] ? { path: paths[path] } : undefined,
      );
    },
  };
}

async function copyStyles(outDir: string): Promise<void> {
  const styles: Record<string, string> = {
    'eui_light.css': resolveModule('@opensearch-project/oui/dist/eui_theme_light.min.css'),
    'eui_dark.css': resolveModule('@opensearch-project/oui/dist/eui_theme_dark.min.css'),
    'charts_light.css': resolveModule('@elastic/charts/dist/theme_only_light.css'),
    'charts_dark.css': resolveModule('@elastic/charts/dist/theme_only_dark.css'),
    'host.css': join(__dirname, 'chrome/host.css'),
  };
  await Promise.all(Object.entries(styles).map(([file, source]) => copyFile(source, join(outDir, file))));
}

import { build } from 'esbuild';
import { createRequire } from 'module';
import { join } from 'path';
import { compileFunction } from 'vm';

/**
 * A module of this folder with the server's code as the plugin's build makes it. Run by tsx, functions get their names anew whenever they are
 * made, which would cost the rules a tenth of Node's time and the plugin nothing.
 */
export async function loadBuilt<T extends object>(file: string): Promise<T> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, file)],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node18',
    packages: 'external',
    // Knows its own place in the tree.
    external: ['../dev/embedded'],
    write: false,
    logLevel: 'warning',
  });
  const loaded = { exports: {} as T };
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require'], {
    filename: file,
  });
  run(loaded, loaded.exports, createRequire(__filename));
  return loaded.exports;
}

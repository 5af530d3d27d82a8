import { readFileSync } from 'fs';
import { parseArgs } from 'util';
import { startHost } from './index';

const USAGE =
  'Usage: npm run dev -- --opensearch URL [--port N] [--config FILE.json] [--plugin DIR]… [--only DIR]\n' +
  '  --opensearch  by default OPENSEARCH_URL of the environment\n' +
  '  --plugin      a further plugin beside build/awsSiem\n' +
  '  --only        a plugin to run in place of build/awsSiem';

/** Runs the stand-in host until SIGINT or SIGTERM. Log lines go to stdout; the last one of the start names the URL. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      opensearch: { type: 'string' },
      port: { type: 'string' },
      config: { type: 'string' },
      plugin: { type: 'string', multiple: true },
      only: { type: 'string' },
    },
  });
  const opensearchUrl = values.opensearch ?? process.env['OPENSEARCH_URL'];
  if (opensearchUrl === undefined) throw new Error(USAGE);
  const config = values.config === undefined ? {} : JSON.parse(readFileSync(values.config, 'utf8'));
  const host = await startHost({
    opensearchUrl,
    config: config as Record<string, unknown>,
    port: values.port === undefined ? undefined : Number(values.port),
    pluginDir: values.only,
    pluginDirs: values.plugin,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify({ type: 'ready', url: host.url })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.stop().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(` FATAL  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

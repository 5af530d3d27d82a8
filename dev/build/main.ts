import { basename } from 'path';
import { parseArgs } from 'util';
import { buildPlugin } from './build_plugin';
import { APP_LIMIT, EAGER_LIMIT } from './checks';

const USAGE = 'Usage: npm run build [-- --osd <OpenSearch Dashboards version>] [--force]';

async function main(): Promise<void> {
  const values = readArguments();
  const started = Date.now();
  const result = await buildPlugin({ osdVersion: values.osd, force: values.force });
  for (const [file, size] of Object.entries(result.files)) {
    console.log(`${(size / 1000).toFixed(1).padStart(9)} kB  ${file}`);
  }
  console.log(`Every page of the host loads ${result.eagerBytes} of at most ${EAGER_LIMIT} bytes, gzipped.`);
  console.log(
    `The app loads ${result.appBytes} of at most ${APP_LIMIT} bytes, gzipped, before it shows a page.`,
  );
  const how = result.skipped ? 'up to date' : `built in ${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`build/${basename(result.zip)}: ${how}.`);
}

function readArguments(): { osd?: string; force?: boolean } {
  try {
    return parseArgs({ options: { osd: { type: 'string' }, force: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

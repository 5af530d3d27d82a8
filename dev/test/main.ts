import { type Parts, startParts } from '../embedded';
import { runMain, UserError } from '../embedded/user_error';
import { emptyOpenSearch } from './empty_opensearch';
import { type Servers, type Suite, SUITES } from './suites';
import { sum, type Totals, totalsLine } from './totals';

/**
 * `npm test [-- suite…]`: runs all suites, or the named ones, and prints as its last line `N passed, N failed` over all of them. OpenSearch and S3
 * are started once for the suites that need them. Exit code 1 when anything failed or a suite ran no test.
 */
async function main(): Promise<number> {
  const suites = chosen(process.argv.slice(2));
  const results: Array<{ suite: Suite; totals: Totals; seconds: number }> = [];
  let parts: Parts | undefined;
  for (const suite of suites) {
    const start = Date.now();
    console.log(`\n=== ${suite.name} ===`);
    try {
      if (suite.needsServers) parts = await readyParts(parts);
      results.push({ suite, totals: await suite.run(serversOf(parts)), seconds: since(start) });
    } catch (error) {
      console.error(error instanceof UserError ? error.message : error);
      results.push({ suite, totals: { passed: 0, failed: 1 }, seconds: since(start) });
    }
  }
  await parts?.stop();

  const total = sum(results.map(({ totals }) => totals));
  console.log();
  for (const { suite, totals, seconds } of results) {
    console.log(`${suite.name.padEnd(12)} ${totalsLine(totals).padEnd(24)} ${seconds} s`);
  }
  console.log(totalsLine(total));
  return total.failed > 0 ? 1 : 0;
}

function chosen(names: string[]): readonly Suite[] {
  const known = SUITES.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(`No suite "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  }
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name));
}

/** The servers, started at the first need; between suites our own OpenSearch is emptied, so that no suite lives off another's data. */
async function readyParts(parts: Parts | undefined): Promise<Parts> {
  if (!parts) return startParts({ opensearch: true, s3: true });
  if (parts.opensearch) await emptyOpenSearch(parts.opensearchUrl);
  return parts;
}

function serversOf(parts: Parts | undefined): Partial<Servers> {
  if (!parts) return {};
  return {
    OPENSEARCH_URL: parts.opensearchUrl,
    S3_ENDPOINT: parts.s3Endpoint,
    ...(parts.opensearch && { OPENSEARCH_IS_OURS: 'yes' }),
  };
}

function since(start: number): number {
  return Math.round((Date.now() - start) / 1_000);
}

runMain(main);

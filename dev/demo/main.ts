import { buildPlugin } from '../build/build_plugin';
import { startParts } from '../embedded';
import { startHttpSink } from '../embedded/http_sink';
import { startMailPage } from '../embedded/mail_page';
import { runMain, UserError } from '../embedded/user_error';
import { awaitArrivals, readArrivals } from './arrivals';
import { startDemoHost } from './demo_host';
import { createGenerator } from './generator/day';
import { openLogBucket } from './log_bucket';
import { makeChannels, makeRulesAndSources } from './set_up';
import { createSiemApi } from './siem_api';
import { createSteps } from './steps';
import { trickle } from './trickle';

const SEED = 1;
const BUCKET = 'acme-logs';
/** With `--once`: how long events, alerts, mail and webhook call may take, all in all. */
const PATIENCE_S = 300;

const USAGE = `Usage: npm run demo [-- --once]
  --once   end when events, alerts, mail and webhook call have arrived (exit code 0), or have not within ${PATIENCE_S} s (1)`;

/** `npm run demo`: the whole product on this machine, with a day of a company's logs and an attack going on. */
async function main(): Promise<number> {
  const once = onceWanted(process.argv.slice(2));
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // At the second time at once: what we started ends with us anyway.
      if (stopping.signal.aborted) process.exit(130);
      console.log('\nStopping …');
      stopping.abort();
    });
  }
  const stops: Array<() => Promise<unknown>> = [];
  try {
    return await run(once, stopping.signal, (stop) => stops.unshift(stop));
  } finally {
    for (const stop of stops) await stop();
  }
}

async function run(
  once: boolean,
  signal: AbortSignal,
  atEnd: (stop: () => Promise<unknown>) => void,
): Promise<number> {
  const steps = createSteps();
  const [parts, mail, sink] = await steps.run(
    'OpenSearch, S3, mailbox and plugin are ready',
    () =>
      allOrNone([
        startParts({ opensearch: true, s3: true }),
        startMailPage(),
        startHttpSink(),
        buildPlugin(),
      ]),
    ([{ opensearchUrl }]) => opensearchUrl,
  );
  atEnd(() => Promise.all([parts.stop(), mail.stop(), sink.stop()]));

  const generator = createGenerator(SEED);
  const now = Date.now();
  const bucket = await openLogBucket(parts.s3Endpoint, BUCKET);
  const [host] = await Promise.all([
    steps.run(
      'OpenSearch Dashboards (stand-in) is up',
      () => startDemoHost(parts.opensearchUrl),
      ({ url }) => url,
    ),
    steps.run(
      'A day of logs is in S3',
      () => bucket.write(generator.day(now)),
      ({ objects, records, bytes }) =>
        `${records.toLocaleString('en')} events in ${objects} objects, ${(bytes / 1e6).toFixed(1)} MB`,
    ),
  ]);
  atEnd(() => host.stop());

  const api = createSiemApi(host.url);
  const places = { mail, webhookUrl: `${sink.url}/alerts`, s3Endpoint: parts.s3Endpoint, bucket: BUCKET };
  await steps.run(
    'Channels, rules and sources are made through the API',
    async () => makeRulesAndSources(api, await makeChannels(api, places), places),
    ({ rules, sources }) => `2 channels, ${rules} rules, ${sources} sources`,
  );
  const ending = new AbortController();
  signal.addEventListener('abort', () => ending.abort());
  const live = trickle(generator, bucket, now, ending.signal);
  atEnd(() => {
    ending.abort();
    return live;
  });

  console.log(`
  SIEM app   ${host.url}/app/siem
  Mailbox    ${mail.url}
  Logs       ${parts.s3Endpoint}/${BUCKET}?list-type=2   (S3, any credentials)
  OpenSearch ${parts.opensearchUrl}

  The last hour of the logs tells of a break-in; new logs come every few seconds, small attacks now and then.${once ? '' : '\n  Ctrl-C ends everything.'}
`);
  const left = await steps.run(
    'Events, alerts, mail and webhook call',
    () =>
      awaitArrivals(
        () => readArrivals(api, mail, sink),
        once ? PATIENCE_S - steps.elapsed() : Infinity,
        signal,
      ),
    (result) => result.words,
  );
  if (once) return left.missing.length === 0 ? 0 : 1;
  await live;
  return 0;
}

/** All results, or the first failure after what did start has been stopped. */
async function allOrNone<T extends unknown[]>(starts: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as T;
  for (const result of results) {
    if (result.status === 'fulfilled') await (result.value as { stop?(): Promise<void> }).stop?.();
  }
  throw failed.reason;
}

function onceWanted(args: string[]): boolean {
  if (args.some((arg) => arg !== '--once')) throw new UserError(USAGE);
  return args.includes('--once');
}

runMain(main);

import { buildPlugin } from '../build/build_plugin';
import { startParts } from '../embedded';
import { startHttpSink } from '../embedded/http_sink';
import { startMailPage } from '../embedded/mail_page';
import { runMain, UserError } from '../embedded/user_error';
import { awaitArrivals, readArrivals } from './arrivals';
import { startDemoHost } from './demo_host';
import { createGenerator } from '../../server/core/sample_data/generator/day';
import { openLogBucket, type Written } from './log_bucket';
import { installDashboards, makeChannels, makeRulesAndSources } from './set_up';
import { createSiemApi } from './siem_api';
import { createSteps, type Steps } from './steps';
import { trickle } from './trickle';

const SEED = 1;
const BUCKET = 'acme-logs';
/** With `--once`: how long events, alerts, mail and webhook call may take, all in all. */
const PATIENCE_S = 300;

const USAGE = `Usage: npm run demo [-- --once]
  --once   end when events, alerts, mail and webhook call have arrived (exit code 0), or have not within ${PATIENCE_S} s (1)`;

type AtEnd = (stop: () => Promise<unknown>) => void;

/** `npm run demo`: the whole product on this machine, with a day of a company's logs and an attack going on. */
async function main(): Promise<number> {
  const once = onceWanted(process.argv.slice(2));
  const stops: Array<() => Promise<unknown>> = [];
  try {
    return await Promise.race([interrupted(), run(once, (stop) => stops.unshift(stop))]);
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Ends with the first Ctrl-C; the second one kills us, and what we started ends with us anyway. */
function interrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        console.log('\nStopping …');
        resolve(0);
      });
    }
  });
}

async function run(once: boolean, atEnd: AtEnd): Promise<number> {
  const steps = createSteps();
  const { parts, mail, sink } = await startServers(steps, atEnd);
  const generator = createGenerator(SEED);
  const now = Date.now();
  const bucket = await openLogBucket(parts.s3Endpoint, BUCKET);
  const [host] = await Promise.all([
    steps.run(
      'OpenSearch Dashboards (stand-in) is up',
      () => startDemoHost(parts.opensearchUrl),
      ({ url }) => url,
    ),
    steps.run('A day of logs is in S3', () => bucket.write(generator.day(now)), describeWritten),
  ]);
  atEnd(() => host.stop());

  const api = createSiemApi(host.url);
  const places = { mail, webhookUrl: `${sink.url}/alerts`, s3Endpoint: parts.s3Endpoint, bucket: BUCKET };
  await steps.run(
    'Channels, rules and sources are made through the API',
    async () => makeRulesAndSources(api, await makeChannels(api, places), places),
    ({ rules, sources }) => `2 channels, ${rules} rules, ${sources} sources`,
  );
  await steps.run(
    'Dashboards are installed',
    () => installDashboards(api),
    (count) => `${count} of them`,
  );
  const ending = new AbortController();
  const live = trickle(generator, bucket, now, ending.signal);
  atEnd(() => {
    ending.abort();
    return live;
  });

  console.log(`
  SIEM app    ${host.url}/app/siem
  Mailbox     ${mail.url}
  Logs in S3  ${parts.s3Endpoint}/${BUCKET}?list-type=2
  OpenSearch  ${parts.opensearchUrl}
  Host's log  ${host.logFile}

  The last hour of the logs tells of a break-in. New logs come every few seconds, small attacks now and then.
  ${once ? 'Waiting for what follows from them.' : 'Ctrl-C ends everything.'}
`);
  const patience = once ? PATIENCE_S - steps.elapsed() : Infinity;
  const left = await steps.run(
    'Events, alerts, mail and webhook call',
    () => awaitArrivals(() => readArrivals(api, mail, sink), patience),
    ({ words }) => words,
  );
  if (once) return left.missing.length === 0 ? 0 : 1;
  await live;
  return 0;
}

async function startServers(steps: Steps, atEnd: AtEnd) {
  const started = await steps.run(
    'OpenSearch, S3, mailbox and plugin are ready',
    () =>
      Promise.allSettled([
        startParts({ opensearch: true, s3: true }),
        startMailPage(),
        startHttpSink(),
        buildPlugin(),
      ]),
    (results) => (results.every(({ status }) => status === 'fulfilled') ? 'all of them' : 'not all of them'),
  );
  // What did start is ended too when another did not.
  const [parts, mail, sink, build] = started;
  for (const part of [parts, mail, sink]) if (part.status === 'fulfilled') atEnd(() => part.value.stop());
  if (parts.status === 'rejected') throw parts.reason;
  if (mail.status === 'rejected') throw mail.reason;
  if (sink.status === 'rejected') throw sink.reason;
  if (build.status === 'rejected') throw build.reason;
  return { parts: parts.value, mail: mail.value, sink: sink.value };
}

function describeWritten({ objects, records, bytes }: Written): string {
  return `${records.toLocaleString('en')} events in ${objects} objects, ${(bytes / 1e6).toFixed(1)} MB`;
}

function onceWanted(args: string[]): boolean {
  if (args.some((arg) => arg !== '--once')) throw new UserError(USAGE);
  return args.includes('--once');
}

runMain(main);

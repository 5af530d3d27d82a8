import { existsSync, mkdirSync, readFileSync, rmSync } from 'fs';
import { join, resolve } from 'path';
import { startProcess } from '../embedded/process';
import { jestTotals, judged, playwrightTotals, sum, type Totals } from './totals';

/** The servers that a suite works on, for its environment: their addresses, and whether OpenSearch was started for the tests and may be emptied. */
export type Servers = Record<'OPENSEARCH_URL' | 'S3_ENDPOINT' | 'OPENSEARCH_IS_OURS', string>;

export interface Suite {
  name: string;
  needsServers: boolean;
  run(servers: Partial<Servers>): Promise<Totals>;
}

const ROOT = resolve(__dirname, '../..');
const REPORTS = join(ROOT, 'test-results');
/** A suite that hangs must not hang for ever. */
const TIME_LIMIT_MS = process.env['SIEM_SOAK'] ? 4 * 3_600_000 : 30 * 60_000;

/** In the order they run: the cheap ones that explain later failures first. */
export const SUITES: readonly Suite[] = [
  { name: 'check', needsServers: false, run: runChecks },
  { name: 'unit', needsServers: false, run: () => runJest('unit') },
  { name: 'build', needsServers: false, run: () => runScript('build') },
  {
    name: 'integration',
    needsServers: true,
    run: (servers) => runJest('integration', ['--runInBand'], servers),
  },
  {
    name: 'contracts',
    needsServers: true,
    run: (servers) => runJest('contracts', ['--runInBand'], servers),
  },
  { name: 'e2e', needsServers: true, run: runPlaywright },
];

/** Each script that `npm run check` calls counts as one test, so that one broken check does not hide the next. */
async function runChecks(): Promise<Totals> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { check: string };
  };
  const steps = [...scripts.check.matchAll(/npm run (\S+)/g)].map(([, step = '']) => step);
  const totals: Totals[] = [];
  for (const step of steps) totals.push(await runScript(step));
  return sum(totals);
}

async function runScript(name: string): Promise<Totals> {
  const exitCode = await runCommand('npm', ['run', '--silent', name]);
  console.log(`${exitCode === 0 ? 'ok' : 'FAILED'}: npm run ${name}`);
  return judged({ passed: exitCode === 0 ? 1 : 0, failed: 0 }, exitCode);
}

async function runJest(
  project: string,
  options: string[] = [],
  servers: Partial<Servers> = {},
): Promise<Totals> {
  const report = freshReport(project);
  const args = ['--selectProjects', project, '--json', '--outputFile', report, ...options];
  const exitCode = await runCommand(bin('jest'), args, servers);
  return judged(readTotals(report, jestTotals), exitCode);
}

async function runPlaywright(servers: Partial<Servers>): Promise<Totals> {
  const report = freshReport('e2e');
  const args = ['test', '--config', join('test', 'e2e', 'playwright.config.ts'), '--reporter', 'list,json'];
  const exitCode = await runCommand(bin('playwright'), args, {
    ...servers,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return judged(readTotals(report, playwrightTotals), exitCode);
}

function bin(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name);
}

/** Where the suite writes its report; an old one is removed, so that a crash is not taken for the last success. */
function freshReport(suite: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const report = join(REPORTS, `report-${suite}.json`);
  rmSync(report, { force: true });
  return report;
}

function readTotals<R>(report: string, totals: (report: R) => Totals): Totals {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  return totals(JSON.parse(readFileSync(report, 'utf8')) as R);
}

/** Runs a command with our own output; it and all that it started are gone afterwards. Resolves with its exit code. */
async function runCommand(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const running = await startProcess({ name: command, command, args, cwd: ROOT, env });
  const limit = setTimeout(() => {
    console.error(`${command} ${args.join(' ')}: ended after ${TIME_LIMIT_MS / 60_000} minutes`);
    void running.stop();
  }, TIME_LIMIT_MS);
  const exitCode = await running.exited;
  clearTimeout(limit);
  return exitCode;
}

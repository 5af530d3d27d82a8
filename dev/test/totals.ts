/** How many tests of a suite passed and failed; what was skipped counts as neither. */
export interface Totals {
  passed: number;
  failed: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number };
  /** What went wrong outside of tests, such as a configuration that does not load. */
  errors: unknown[];
}

/** Totals of jest's JSON report; a file that could not be loaded counts as one failed test. */
export function jestTotals(report: JestReport): Totals {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}

/** Totals of Playwright's JSON report; a test that passed only when repeated is one that failed. */
export function playwrightTotals({ stats, errors }: PlaywrightReport): Totals {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * Totals that agree with how the suite's command ended: one that failed without a failed test, or ran no test at all, has failed once.
 */
export function judged(totals: Totals, exitCode: number): Totals {
  const suspicious = exitCode !== 0 || totals.passed + totals.failed === 0;
  return suspicious && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** The sum over suites. */
export function sum(all: Totals[]): Totals {
  return all.reduce((left, right) => ({
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
  }));
}

/** The line that ends a test run; other programs read it. */
export function totalsLine({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}

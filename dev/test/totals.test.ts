import { jestTotals, judged, playwrightTotals, sum, totalsLine } from './totals';

describe('totals', () => {
  it('count a test file that could not be loaded as failed', () => {
    const report = { numPassedTests: 4, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
    expect(jestTotals(report)).toEqual({ passed: 4, failed: 3 });
  });

  it('count flaky tests and errors outside of tests as failed', () => {
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightTotals({ stats, errors: ['no config'] })).toEqual({ passed: 5, failed: 4 });
  });

  it.each([
    ['that ran', { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
    ['with failures', { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
    ['that crashed after its tests', { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
    ['without a test', { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
  ])('judge a suite %s', (_what, totals, exitCode, expected) => {
    expect(judged(totals, exitCode)).toEqual(expected);
  });

  it('end in one line over all suites', () => {
    const all = [
      { passed: 1, failed: 0 },
      { passed: 20, failed: 3 },
    ];
    expect(totalsLine(sum(all))).toBe('21 passed, 3 failed');
  });
});

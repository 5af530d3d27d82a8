import { defineConfig } from '@playwright/test';
import { join } from 'path';

/** The browser suite: one host, so one worker; OPENSEARCH_URL and S3_ENDPOINT name servers that are already there. */
export default defineConfig({
  testDir: __dirname,
  testMatch: '**/*.spec.ts',
  outputDir: join(__dirname, '../../test-results/e2e'),
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1280, height: 900 },
    timezoneId: 'UTC',
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    testIdAttribute: 'data-test-subj',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});

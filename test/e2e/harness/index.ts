import { chromium, expect, test as base } from '@playwright/test';
import { findBrowser } from './chromium';
import { watchOwnErrors } from './own_errors';
import { startServers, type Servers } from './servers';

export { checkA11y } from './a11y';
export { installContent } from './content';
export { openDataExplorer, openDiscover, putPattern } from './discover';
export { putAlert, putEvents, removeAll } from './events';
export { stopMotion, tabAround, tabTo } from './keyboard';
export { mouseOnlyElements } from './mouse_only';
export { S3_CREDENTIALS } from './s3_store';
export { setDarkMode, takeScreenshots } from './screenshots';
export { expect };

interface WorkerFixtures {
  servers: Servers;
}

interface TestFixtures {
  /** Address of the host, without a slash at the end. */
  hostUrl: string;
  s3: Servers['s3'];
  mailbox: Servers['mailbox'];
  webhooks: Servers['webhooks'];
  /** What went wrong in our part of the page so far; a test fails at its end when there is any. */
  ownErrors: string[];
}

/** Playwright's test with our browser, the host under test and the parts it works on. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  servers: [
    async ({}, use) => {
      const servers = await startServers();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  browser: [
    async ({}, use) => {
      const { executablePath, args, env } = await findBrowser();
      const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  hostUrl: ({ servers }, use) => use(servers.host.url),
  s3: ({ servers }, use) => use(servers.s3),
  mailbox: ({ servers }, use) => use(servers.mailbox),
  webhooks: ({ servers }, use) => use(servers.webhooks),
  ownErrors: [
    async ({ page }, use) => {
      const errors = watchOwnErrors(page);
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

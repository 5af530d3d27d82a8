import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mouseOnlyElements } from './mouse_only';

/** The part of the page that the host gives to an app. */
const APP = '.application';

/** Fails when axe finds a breach of WCAG 2.1 A or AA inside our app, or inside what the selector names, or anything is for the mouse alone. */
export async function checkA11y(page: Page, part = APP): Promise<void> {
  // What is about to be replaced is dimmed.
  await expect(page.locator(`${part} .siem-stale`)).toHaveCount(0);
  await settleTransitions(page);
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect(lines).toEqual([]);
  expect(await mouseOnlyElements(page), 'only a mouse reaches').toEqual([]);
}

/** A button that has just been enabled fades for a moment through colours that nobody reads; what spins for ever is not waited for. */
async function settleTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

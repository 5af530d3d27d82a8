import type { Page } from '@playwright/test';
import { expect, test } from './harness';

const FORMS = [
  { list: '/rules', form: 'siemRuleForm', crumb: 'Rules' },
  { list: '/sources', form: 'siemSourceForm', crumb: 'Sources' },
];

/** The question, which stands there once however often one tries. */
const question = (page: Page) => page.locator('.euiModal--confirmation');

async function answer(page: Page, choice: 'Leave' | 'Stay'): Promise<void> {
  await expect(question(page)).toHaveCount(1);
  await expect(question(page)).toContainText('Leave without saving?');
  await question(page).getByRole('button', { name: choice, exact: true }).click();
  await expect(question(page)).toBeHidden();
}

for (const { list, form, crumb } of FORMS) {
  test(`what was typed below ${list} is not lost without asking`, async ({ page, hostUrl }) => {
    test.slow();
    const name = page.getByTestId('siemField-name');
    const isThere = async () => {
      await expect(page).toHaveURL(new RegExp(`${list}/new$`));
      await expect(name).toHaveValue('Half typed');
    };
    await page.goto(`${hostUrl}/app/siem${list}`);
    await page.locator(`a[href$="${list}/new"]`).first().click();
    await name.fill('Half typed');

    await test.step('Back, twice', async () => {
      await page.goBack();
      await expect(question(page)).toBeVisible();
      await page.goBack();
      await answer(page, 'Stay');
      await isThere();
    });

    await test.step('links of the app and the host', async () => {
      for (const link of [
        page.getByTestId('siemTab-alerts'),
        page.getByTestId('siemCancel'),
        page.getByRole('navigation', { name: /breadcrumb/i }).getByRole('link', { name: crumb }),
      ]) {
        await link.click();
        await answer(page, 'Stay');
        await isThere();
      }
    });

    await test.step('the tab is closed', async () => {
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await isThere();
    });

    await test.step('Back, and it is meant', async () => {
      await page.goBack();
      await answer(page, 'Leave');
      await expect(page).toHaveURL(new RegExp(`${list}$`));
      await expect(page.getByTestId(form)).toBeHidden();
    });

    await test.step('Forward leads to a new form, which is left in silence', async () => {
      await page.goForward();
      await expect(name).toHaveValue('');
      await page.goBack();
      await expect(page.getByTestId(form)).toBeHidden();
      await expect(question(page)).toBeHidden();
    });
  });
}

test('Forward asks as well, and leads where it should', async ({ page, hostUrl }) => {
  await page.goto(`${hostUrl}/app/siem/rules/new`);
  await page.getByTestId('siemTab-alerts').click();
  await expect(page.getByTestId('siemAlerts')).toBeVisible();
  await page.goBack();
  await page.getByTestId('siemField-name').fill('Half typed');
  await page.goForward();
  await answer(page, 'Stay');
  await expect(page).toHaveURL(/\/rules\/new$/);
  await expect(page.getByTestId('siemField-name')).toHaveValue('Half typed');
  await page.goForward();
  await answer(page, 'Leave');
  await expect(page.getByTestId('siemAlerts')).toBeVisible();
});

test('a browser that does not say where it is in its history is taken to go back', async ({
  page,
  hostUrl,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
  await page.goto(`${hostUrl}/app/siem/rules`);
  await page.locator('a[href$="/rules/new"]').first().click();
  await page.getByTestId('siemField-name').fill('Half typed');
  await page.goBack();
  await answer(page, 'Stay');
  await expect(page.getByTestId('siemField-name')).toHaveValue('Half typed');
  await page.goBack();
  await answer(page, 'Leave');
  await expect(page).toHaveURL(/\/rules$/);
});

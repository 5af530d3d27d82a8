import { openProbe, type FactContext } from './context';

/** What apps do with the page around them. */
export function pageFacts(context: FactContext): void {
  const { fact } = context;

  fact('page.toasts', async (page) => {
    await openProbe(page, context);
    await page.evaluate(() => {
      const { toasts } = window.siemProbe.start.core.notifications;
      toasts.addSuccess('it is saved');
      toasts.addWarning({ title: 'careful', text: 'a plain text' });
      toasts.addError(new Error('the reason'), { title: 'it failed' });
    });
    for (const text of ['it is saved', 'careful', 'a plain text', 'it failed', 'the reason']) {
      await page.getByText(text, { exact: true }).first().waitFor();
    }
  });

  fact('page.confirm', async (page) => {
    await openProbe(page, context);
    const ask = () =>
      page.evaluate(() =>
        window.siemProbe.start.core.overlays.openConfirm('Delete it?', {
          title: 'Really',
          confirmButtonText: 'Do it',
          cancelButtonText: 'Leave it',
        }),
      );
    const answers: boolean[] = [];
    for (const button of ['Do it', 'Leave it']) {
      const answer = ask();
      await page.getByRole('button', { name: button }).click();
      answers.push(await answer);
    }
    expect(answers).toEqual([true, false]);
  });

  fact('page.title', async (page) => {
    await openProbe(page, context);
    await page.evaluate(() => {
      const { chrome } = window.siemProbe.start.core;
      chrome.setBreadcrumbs([{ text: 'First crumb', href: '#' }, { text: 'Last crumb' }]);
      chrome.docTitle.change(['Rules', 'SIEM']);
    });
    await page.getByText('Last crumb').waitFor();
    expect(await page.title()).toMatch(/^Rules - SIEM - ./);
  });

  fact('page.ui_settings', async (page) => {
    await openProbe(page, context);
    const settings = await page.evaluate(() => {
      const { uiSettings } = window.siemProbe.start.core;
      let thrown = false;
      try {
        uiSettings.get('siemProbe:nothing');
      } catch {
        thrown = true;
      }
      return {
        dark: uiSettings.get('theme:darkMode'),
        other: uiSettings.get('siemProbe:nothing', 'default'),
        thrown,
      };
    });
    expect(settings).toEqual({ dark: false, other: 'default', thrown: true });
  });

  fact('page.theme', async (page) => {
    await openProbe(page, context);
    expect(await page.evaluate(() => window.__osdThemeTag__)).toMatch(/^v\d+light$/);
  });

  fact('page.i18n', async (page) => {
    await openProbe(page, context);
    const text = await page.evaluate(() => {
      const shared = window as unknown as {
        __osdSharedDeps__: { OsdI18n: { i18n: { translate(id: string, args: object): string } } };
      };
      return shared.__osdSharedDeps__.OsdI18n.i18n.translate('siemProbe.text', {
        defaultMessage: '{name} has {count, plural, one {# alert} other {# alerts}}',
        values: { name: 'Rule', count: 2 },
      });
    });
    expect(text).toBe('Rule has 2 alerts');
  });
}

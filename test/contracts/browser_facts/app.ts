import { openProbe, type FactContext } from './context';

/** How apps are registered, shown and left. */
export function appFacts(context: FactContext): void {
  const { fact, basePath } = context;

  fact('app.mount', async (page) => {
    await openProbe(page, context);
    const mounted = await page.evaluate(() => ({
      connected: window.siemProbe.params.element.isConnected,
      inApplication: window.siemProbe.params.element.closest('.application') !== null,
      appBasePath: window.siemProbe.params.appBasePath,
      pathname: window.siemProbe.params.history.location.pathname,
    }));
    expect(mounted).toEqual({
      connected: true,
      inApplication: true,
      appBasePath: `${basePath}/app/siemProbe`,
      pathname: '',
    });
  });

  fact('app.deep_link', async (page) => {
    await openProbe(page, context, '/rules/7?tab=a');
    const { pathname, search } = await page.evaluate(() => {
      const location = window.siemProbe.params.history.location;
      return { pathname: location.pathname, search: location.search };
    });
    expect({ pathname, search }).toEqual({ pathname: '/rules/7', search: '?tab=a' });
  });

  fact('app.history', async (page) => {
    await openProbe(page, context);
    const seen = await page.evaluate(() => {
      const { history } = window.siemProbe.params;
      const heard: string[] = [];
      history.listen((location) => heard.push(location.pathname + location.search));
      history.push('/rules?page=2');
      history.replace({ pathname: '/alerts', search: '?page=3' });
      return { heard, href: history.createHref({ pathname: '/x', search: '?y=1' }) };
    });
    expect(seen.heard).toEqual(['/rules?page=2', '/alerts?page=3']);
    expect(seen.href).toBe(`${basePath}/app/siemProbe/x?y=1`);
    expect(page.url()).toBe(context.url('/app/siemProbe/alerts?page=3'));
    expect(await page.evaluate(() => window.siemProbe.mounts)).toBe(1);
  });

  fact('app.navigate', async (page) => {
    await openProbe(page, context);
    const urls = await page.evaluate(async () => {
      const { application } = window.siemProbe.start.core;
      await application.navigateToApp('siemProbe', {
        path: '/rules/new?from=discover&state=%7B%22a%22%3A1%7D',
      });
      return {
        relative: application.getUrlForApp('siemProbe', { path: '/a' }),
        absolute: application.getUrlForApp('siemProbe', { absolute: true }),
        search: window.siemProbe.params.history.location.search,
      };
    });
    expect(urls).toEqual({
      relative: `${basePath}/app/siemProbe/a`,
      absolute: context.url('/app/siemProbe'),
      search: '?from=discover&state=%7B%22a%22%3A1%7D',
    });
  });

  fact('app.applications', async (page) => {
    await openProbe(page, context);
    const ids = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          window.siemProbe.start.core.application.applications$.subscribe((apps) =>
            resolve([...apps.keys()]),
          ),
        ),
    );
    expect(ids).toEqual(expect.arrayContaining(['siemProbe', 'discover']));
  });

  fact('app.unmount', async (page) => {
    await openProbe(page, context);
    await page.evaluate(() => window.siemProbe.start.core.application.navigateToApp('discover'));
    await page.waitForFunction(() => window.siemProbe.unmounted === true);
  });

  fact('app.duplicate', async (page) => {
    await openProbe(page, context);
    const message = await page.evaluate(() => {
      try {
        window.siemProbe.setup.core.application.register({
          id: 'siemProbe',
          title: 'x',
          mount: () => () => undefined,
        });
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(message).not.toBe('');
  });

  fact('app.category', async (page) => {
    await openProbe(page, context);
    await page.click('[data-test-subj=toggleNavButton]');
    const group = page.locator('[data-test-subj$="collapsibleNavGroup-siemProbe"], .euiCollapsibleNavGroup', {
      hasText: 'Probe category',
    });
    await group.getByText('Probe', { exact: true }).waitFor();
  });

  fact('app.nav_groups', async (page) => {
    await openProbe(page, context);
    const { add, group } = await page.evaluate(() => ({
      add: typeof window.siemProbe.setup.core.chrome?.navGroup?.addNavLinksToGroup,
      group: typeof (
        window.__osdBundles__.get('entry/core/public') as { DEFAULT_NAV_GROUPS?: Record<string, unknown> }
      ).DEFAULT_NAV_GROUPS?.['security-analytics'],
    }));
    expect([add, group]).toEqual(add === 'undefined' ? [add, add] : ['function', 'object']);
  });

  fact('core.start_services', async (page) => {
    await openProbe(page, context);
    const same = await page.evaluate(async () => {
      const [core, deps] = await window.siemProbe.startServices;
      return core.chrome === window.siemProbe.start.core.chrome && 'data' in deps;
    });
    expect(same).toBe(true);
  });
}

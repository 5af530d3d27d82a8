import { SHARED_DEPS } from '../../../dev/build/shared_deps';
import { openProbe, type FactContext } from './context';

interface HostWindow {
  __osdPublicPath__: Record<string, string>;
  __osdSharedDeps__: Record<string, unknown>;
  __osdBundles__: { get(key: string): never };
}

/** How code reaches the page. */
export function bundleFacts(context: FactContext): void {
  const { fact, basePath } = context;

  fact('bundles.public_path', async (page) => {
    await openProbe(page, context);
    const path = await page.evaluate(() => (window as unknown as HostWindow).__osdPublicPath__['siemProbe']);
    expect(path).toMatch(new RegExp(`^${basePath}/\\d+/bundles/plugin/siemProbe/$`));
  });

  fact('bundles.module', async (page) => {
    await openProbe(page, context);
    // As text: the test's compiler would make a require() of it.
    const kind = await page.evaluate(
      "import(window.__osdPublicPath__.siemProbe + 'app.mjs').then((m) => typeof m)",
    );
    expect(kind).toBe('object');
  });

  fact('bundles.shared_deps', async (page) => {
    await openProbe(page, context);
    const missing = await page.evaluate(
      (keys) => keys.filter((key) => !(window as unknown as HostWindow).__osdSharedDeps__[key]),
      Object.values(SHARED_DEPS),
    );
    expect(missing).toEqual([]);
  });

  fact('bundles.url_state', async (page) => {
    await openProbe(page, context);
    const state = await page.evaluate(() => {
      const utils: { getStateFromOsdUrl(key: string, url: string): unknown } = (
        window as unknown as HostWindow
      ).__osdBundles__.get('plugin/opensearchDashboardsUtils/public');
      return utils.getStateFromOsdUrl('_a', `http://host/app/discover#/?_a=(index:logs,query:(query:'a b'))`);
    });
    expect(state).toEqual({ index: 'logs', query: { query: 'a b' } });
  });
}

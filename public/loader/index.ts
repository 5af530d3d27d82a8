import type {
  CoreSetup,
  CoreStart,
  Plugin,
  PluginInitializerContext,
} from '../../types/opensearch_dashboards_public';
import { APP_ID, APP_TITLE } from '../../common/plugin';
import { mountErrorPage } from './error_page';

// The host lets browsers keep this file for a year, so it must never need to change: the code is in `app.mjs`, which is never cached.

declare global {
  interface Window {
    /** Where each plugin's files are, by plugin id, with a slash at the end. */
    __osdPublicPath__: Record<string, string>;
  }
}

/** The host gives `setup` 30 s and then fails as a whole; a stalled download must end before that. */
const TIMEOUT_MS = 15_000;

/** Loads the plugin's code. A rejected `setup` or `start` would take all of OpenSearch Dashboards down, so neither ever rejects. */
export const plugin = (context: PluginInitializerContext): Plugin<Promise<void>, void> => {
  let code: Plugin | undefined;
  return {
    async setup(core, deps) {
      try {
        const module = await inTime(import(`${window.__osdPublicPath__.awsSiem}app.mjs`));
        code = module.plugin(context) as Plugin;
        code.setup(core, deps);
      } catch (error) {
        code = undefined;
        report(error);
        registerErrorPage(core, error);
      }
    },
    start(core: CoreStart, deps) {
      try {
        code?.start(core, deps);
      } catch (error) {
        report(error);
      }
    },
    stop() {
      code?.stop?.();
    },
  };
};

function inTime<T>(promise: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('The server did not send the code in time.')), TIMEOUT_MS),
  );
  return Promise.race([promise, timeout]);
}

function report(error: unknown): void {
  console.error('AWS SIEM could not start.', error);
}

function registerErrorPage(core: CoreSetup, error: unknown): void {
  try {
    core.application.register({
      id: APP_ID,
      title: APP_TITLE,
      mount: (params) => mountErrorPage(params, error),
    });
  } catch (failure) {
    // The app was registered before the error.
    report(failure);
  }
}

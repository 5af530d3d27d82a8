import { i18n } from '@osd/i18n';
import { APP_ID, APP_TITLE, PLUGIN_ID } from '../common/plugin';
import type {
  AppCategory,
  CoreSetup,
  CoreStart,
  HomeSetup,
  Plugin,
  PluginInitializerContext,
  SetupDeps,
  StartDeps,
} from '../types/opensearch_dashboards_public';
import { panelAction, registerDiscoverItem } from './create_alert/entry_points';
import { joinNavigationGroup } from './host';
import { mountErrorPage } from './loader/error_page';
import { watchHistory } from './services/history_guard';

/** Between the host's "Security" (4000) and "Management" (5000). */
const CATEGORY: AppCategory = { id: PLUGIN_ID, label: APP_TITLE, order: 4500, euiIconType: 'logoAWSMono' };

/** Puts the app, "Create alert" in Discover and on dashboards, and the card on the home page in place; their code is loaded when used. */
export class SiemPlugin implements Plugin<void, void, SetupDeps, StartDeps> {
  constructor(_context: PluginInitializerContext) {}

  setup(core: CoreSetup<StartDeps>, deps: SetupDeps): void {
    core.application.register({
      id: APP_ID,
      title: APP_TITLE,
      category: CATEGORY,
      euiIconType: 'logoAWSMono',
      description: description(),
      async mount(params) {
        try {
          const [{ renderApp }, [coreStart, depsStart]] = await Promise.all([
            import('./application'),
            core.getStartServices(),
          ]);
          return renderApp(coreStart, depsStart, params);
        } catch (error) {
          console.error('AWS SIEM could not be shown.', error);
          return mountErrorPage(params, error);
        }
      },
    });
    registerDiscoverItem(core, deps.navigation);
    joinNavigationGroup(core, CATEGORY);
    watchHistory();
    if (deps.home) registerCard(deps.home);
  }

  start(core: CoreStart, deps: StartDeps): void {
    deps.uiActions?.addTriggerAction('CONTEXT_MENU_TRIGGER', panelAction(core, deps));
  }
}

function description(): string {
  return i18n.translate('awsSiem.description', {
    defaultMessage: 'Collect AWS logs from S3, see what happened, and be alerted.',
  });
}

function registerCard(home: HomeSetup): void {
  home.featureCatalogue.register({
    id: PLUGIN_ID,
    title: APP_TITLE,
    description: description(),
    icon: 'logoAWSMono',
    path: `/app/${APP_ID}`,
    showOnHomePage: true,
    category: 'data',
  });
}

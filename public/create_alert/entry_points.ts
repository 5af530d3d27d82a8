import { i18n } from '@osd/i18n';
import { APP_TITLE } from '../../common/plugin';
import type {
  CoreSetup,
  CoreStart,
  NavigationSetup,
  PanelAction,
  StartDeps,
} from '../../types/opensearch_dashboards_public';

// Every page of the host loads this file: what the entries do is loaded when they are used.

const ID = 'awsSiemCreateAlert';

/** Visualizations that search nothing of their own. */
const WITHOUT_SEARCH = ['input_control_vis', 'markdown', 'metrics', 'vega', 'timelion'];

/** Puts "Create alert" into the top navigation of Discover; the data explorer of later versions names it so, too. */
export function registerDiscoverItem(core: CoreSetup<StartDeps>, navigation: NavigationSetup): void {
  navigation.registerMenuItem({
    id: ID,
    testId: ID,
    appName: 'discover',
    label: label(),
    tooltip: i18n.translate('awsSiem.createAlert.tooltip', {
      defaultMessage: 'Make an AWS SIEM rule from this search',
    }),
    run: () => {
      createAlert(core).catch((error: Error) =>
        core.notifications.toasts.addError(error, { title: APP_TITLE }),
      );
    },
  });
}

async function createAlert(core: CoreSetup<StartDeps>): Promise<void> {
  const [{ createAlertFromDiscover }, [coreStart, deps]] = await Promise.all([
    import('.'),
    core.getStartServices(),
  ]);
  await createAlertFromDiscover(coreStart, deps);
}

/** "Create alert" in the menu of a dashboard's panels that search something. */
export function panelAction(core: CoreStart, deps: StartDeps): PanelAction {
  return {
    id: ID,
    type: ID,
    order: 15,
    getDisplayName: label,
    getIconType: () => 'bell',
    isCompatible: async ({ embeddable: { type, vis } }) =>
      type === 'search' || (type === 'visualization' && !!vis && !WITHOUT_SEARCH.includes(vis.type.name)),
    async execute({ embeddable }) {
      const { createAlertFromPanel } = await import('.');
      createAlertFromPanel(core, deps, embeddable);
    },
  };
}

function label(): string {
  return i18n.translate('awsSiem.createAlert.label', { defaultMessage: 'Create alert' });
}

import type { PanelAction, UiActionsStart } from '../../../../types/opensearch_dashboards_public';

export interface UiActions {
  contract: UiActionsStart;
  /** The actions in the menu of a panel, from the top. */
  panelActions(): PanelAction[];
}

/** Keeps the actions that plugins add to the menu of panels, the only trigger that the stand-in has. */
export function createUiActions(): UiActions {
  const actions = new Map<string, PanelAction>();
  return {
    contract: {
      addTriggerAction(trigger: string, action) {
        if (trigger !== 'CONTEXT_MENU_TRIGGER') {
          throw new Error(
            `No trigger [triggerId = ${trigger}] exists, for attaching action [actionId = ${action.id}].`,
          );
        }
        actions.set(action.id, action);
      },
    },
    panelActions: () => [...actions.values()].sort((one, other) => other.order - one.order),
  };
}

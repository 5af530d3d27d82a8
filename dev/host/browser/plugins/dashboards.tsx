import {
  EuiButtonIcon,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiPage,
  EuiPanel,
  EuiPopover,
  EuiTitle,
} from '@elastic/eui';
import React, { useState } from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import type {
  DiscoverFilter,
  DiscoverQuery,
  IndexPattern,
  PanelAction,
  PanelEmbeddable,
  TimeRange,
} from '../../../../types/opensearch_dashboards_public';
import type { HostPlugin } from '../core/plugins';
import type { UiActions } from './ui_actions';
import { getStateFromOsdUrl } from './url_state';

const PATTERN: IndexPattern = {
  id: 'siem-logs-*',
  title: 'siem-logs-*',
  timeFieldName: '@timestamp',
  fields: [],
};
const OWN_QUERY: DiscoverQuery = { language: 'lucene', query: 'type:elblogs' };

/** Any dashboard has one panel, a visualization that searches with Lucene; the dashboard's own state is that of the URL. */
export function createDashboards(uiActions: UiActions): HostPlugin {
  return {
    setup(core) {
      core.application.register({
        id: 'dashboards',
        title: 'Dashboards',
        category: { id: 'opensearchDashboards', label: 'OpenSearch Dashboards', order: 1000 },
        mount({ element }) {
          const panel = panelAt(window.location.href);
          render(<Dashboard panel={panel} actions={uiActions.panelActions()} />, element);
          return () => unmountComponentAtNode(element);
        },
      });
      return {};
    },
    start: () => ({}),
  };
}

function panelAt(url: string): PanelEmbeddable {
  const app = getStateFromOsdUrl('_a', url) as { query?: DiscoverQuery; filters?: DiscoverFilter[] } | null;
  const global = getStateFromOsdUrl('_g', url) as { time?: TimeRange } | null;
  const own: Record<string, unknown> = { query: OWN_QUERY, filter: [], index: PATTERN };
  return {
    type: 'visualization',
    getInput: () => ({ query: app?.query, filters: app?.filters, timeRange: global?.time }),
    vis: {
      type: { name: 'histogram' },
      data: { searchSource: { getOwnField: (field) => own[field], getParent: () => undefined } },
    },
  };
}

function Dashboard({ panel, actions }: { panel: PanelEmbeddable; actions: PanelAction[] }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <EuiPage>
      <EuiPanel data-test-subj="embeddablePanel">
        <EuiTitle size="s">
          <h1>Requests</h1>
        </EuiTitle>
        <EuiPopover
          isOpen={open}
          closePopover={() => setOpen(false)}
          panelPaddingSize="none"
          button={
            <EuiButtonIcon
              iconType="gear"
              aria-label="Panel options"
              onClick={() => setOpen(!open)}
              data-test-subj="embeddablePanelToggleMenuIcon"
            />
          }
        >
          <EuiContextMenuPanel
            items={actions.map((action) => (
              <EuiContextMenuItem
                key={action.id}
                icon={action.getIconType()}
                onClick={() => {
                  setOpen(false);
                  void action.execute({ embeddable: panel });
                }}
                data-test-subj={`embeddablePanelAction-${action.id}`}
              >
                {action.getDisplayName()}
              </EuiContextMenuItem>
            ))}
          />
        </EuiPopover>
      </EuiPanel>
    </EuiPage>
  );
}

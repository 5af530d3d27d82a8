import { EuiCollapsibleNav, EuiCollapsibleNavGroup, EuiListGroup, EuiSwitch } from '@elastic/eui';
import React from 'react';
import type { App, AppCategory, CoreStart } from '../../../../types/opensearch_dashboards_public';
import type { Application } from '../core/application';
import { useObservable } from '../core/mount';

interface Props {
  core: CoreStart;
  application: Application;
  isOpen: boolean;
  onClose(): void;
}

const DEFAULT_CATEGORY: AppCategory = { id: 'other', label: 'Other', order: 10_000 };

/** The menu of apps by category, as the host's menu button opens it. */
export function NavDrawer({ core, application, isOpen, onClose }: Props): JSX.Element {
  const currentAppId = useObservable(application.currentAppId$, undefined);
  const isDark = core.uiSettings.get<boolean>('theme:darkMode', false);

  const toggleTheme = async () => {
    if (await core.uiSettings.set('theme:darkMode', !isDark)) window.location.reload();
  };
  return (
    <EuiCollapsibleNav
      id="hostNavDrawer"
      aria-label="Primary"
      isOpen={isOpen}
      onClose={onClose}
      data-test-subj="collapsibleNav"
    >
      {categoriesOf([...application.apps.values()]).map(({ category, apps }) => (
        <EuiCollapsibleNavGroup
          key={category.id}
          title={category.label}
          iconType={category.euiIconType}
          isCollapsible
          initialIsOpen
          data-test-subj={`collapsibleNavGroup-${category.id}`}
        >
          <EuiListGroup
            aria-label={category.label}
            gutterSize="none"
            size="s"
            color="subdued"
            maxWidth="none"
            listItems={apps.map((app) => ({
              label: app.title,
              href: core.application.getUrlForApp(app.id),
              isActive: app.id === currentAppId,
              'data-test-subj': 'collapsibleNavAppLink',
              onClick: (event: React.MouseEvent) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onClose();
                void core.application.navigateToApp(app.id);
              },
            }))}
          />
        </EuiCollapsibleNavGroup>
      ))}
      <EuiCollapsibleNavGroup>
        <EuiSwitch label="Dark mode" checked={isDark} onChange={() => void toggleTheme()} />
      </EuiCollapsibleNavGroup>
    </EuiCollapsibleNav>
  );
}

function categoriesOf(apps: App[]): Array<{ category: AppCategory; apps: App[] }> {
  const groups = new Map<string, { category: AppCategory; apps: App[] }>();
  for (const app of apps) {
    const category = app.category ?? DEFAULT_CATEGORY;
    const group = groups.get(category.id) ?? { category, apps: [] };
    group.apps.push(app);
    groups.set(category.id, group);
  }
  return [...groups.values()].sort((a, b) => (a.category.order ?? 0) - (b.category.order ?? 0));
}

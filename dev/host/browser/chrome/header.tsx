import {
  type EuiBreadcrumb,
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderSectionItem,
  EuiHeaderSectionItemButton,
  EuiIcon,
} from '@elastic/eui';
import React, { useState } from 'react';
import type { CoreStart } from '../../../../types/opensearch_dashboards_public';
import type { Application } from '../core/application';
import { Mount, useObservable } from '../core/mount';
import type { ChromeService } from './chrome';
import { HelpMenu } from './help_menu';
import { NavDrawer } from './nav_drawer';

interface Props {
  core: CoreStart;
  application: Application;
  chrome: ChromeService;
}

/** The white bar over every app: menu, home, breadcrumbs, and at the right what the app puts there. */
export function Header({ core, application, chrome }: Props): JSX.Element {
  const [isNavOpen, setNavOpen] = useState(false);
  const breadcrumbs = useObservable(chrome.breadcrumbs$, chrome.breadcrumbs$.value);
  const actionMenu = useObservable(application.headerActionMenu$, undefined);

  const menu = (
    <EuiHeaderSectionItem border="right" className="header__toggleNavButtonSection">
      <EuiHeaderSectionItemButton
        aria-label="Toggle primary navigation"
        aria-expanded={isNavOpen}
        data-test-subj="toggleNavButton"
        onClick={() => setNavOpen(!isNavOpen)}
      >
        <EuiIcon type="menu" size="m" />
      </EuiHeaderSectionItemButton>
    </EuiHeaderSectionItem>
  );
  const home = (
    <EuiHeaderSectionItem border="right">
      <a
        href={core.http.basePath.prepend('/')}
        aria-label="OpenSearch Dashboards home"
        className="hostHeader__home"
      >
        <EuiIcon type="home" size="l" color="text" />
      </a>
    </EuiHeaderSectionItem>
  );
  return (
    <>
      <EuiHeader
        position="fixed"
        sections={[
          { items: [menu, home], borders: 'none' },
          {
            items: [
              <EuiHeaderBreadcrumbs
                key="breadcrumbs"
                breadcrumbs={labelled(breadcrumbs)}
                max={10}
                data-test-subj="breadcrumbs"
              />,
            ],
          },
          {
            items: [
              <EuiHeaderSectionItem border="none" key="menu">
                {actionMenu ? <Mount point={actionMenu} className="hostHeader__actions" /> : null}
              </EuiHeaderSectionItem>,
              <EuiHeaderSectionItem border="none" key="help">
                <HelpMenu chrome={chrome} />
              </EuiHeaderSectionItem>,
            ],
          },
        ]}
      />
      <NavDrawer core={core} application={application} isOpen={isNavOpen} onClose={() => setNavOpen(false)} />
    </>
  );
}

function labelled(breadcrumbs: ChromeService['breadcrumbs$']['value']): EuiBreadcrumb[] {
  return breadcrumbs.map((breadcrumb, index) => ({
    ...breadcrumb,
    'data-test-subj': ['breadcrumb', index === 0 && 'first', index === breadcrumbs.length - 1 && 'last']
      .filter(Boolean)
      .join(' '),
  })) as EuiBreadcrumb[];
}

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

  const menu = (
    <EuiHeaderSectionItem border="right" key="menu">
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
    <EuiHeaderSectionItem border="right" key="home">
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
          { items: [menu, home, <Breadcrumbs key="breadcrumbs" chrome={chrome} />] },
          {
            items: [
              <ActionMenu key="actions" application={application} />,
              <HelpMenu key="help" chrome={chrome} />,
            ],
          },
        ]}
      />
      <NavDrawer core={core} application={application} isOpen={isNavOpen} onClose={() => setNavOpen(false)} />
    </>
  );
}

function Breadcrumbs({ chrome }: Pick<Props, 'chrome'>): JSX.Element {
  const breadcrumbs = useObservable(chrome.breadcrumbs$, chrome.breadcrumbs$.value);
  return <EuiHeaderBreadcrumbs breadcrumbs={labelled(breadcrumbs)} max={10} data-test-subj="breadcrumbs" />;
}

/** What the present app puts into the header. */
function ActionMenu({ application }: Pick<Props, 'application'>): JSX.Element | null {
  const point = useObservable(application.headerActionMenu$, undefined);
  return point ? <Mount point={point} className="hostHeader__actions" /> : null;
}

function labelled(breadcrumbs: ChromeService['breadcrumbs$']['value']): EuiBreadcrumb[] {
  return breadcrumbs.map((breadcrumb, index) => ({
    ...breadcrumb,
    'data-test-subj': ['breadcrumb', index === 0 && 'first', index === breadcrumbs.length - 1 && 'last']
      .filter(Boolean)
      .join(' '),
  })) as EuiBreadcrumb[];
}

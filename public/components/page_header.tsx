import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import React, { useEffect, type ReactNode } from 'react';
import { useHistory } from 'react-router-dom';
import { APP_ID, APP_TITLE } from '../../common/plugin';
import { useSiem } from '../application/siem_context';

interface Props {
  title: string;
  description?: ReactNode;
  /** The page that this one belongs to. */
  parent?: { title: string; path: string };
  actions?: ReactNode;
  /** Keeps the page in the host's list of what was viewed last; for the page of one thing, once its name is known. */
  recent?: boolean;
}

/** The page's heading; also sets breadcrumbs and the title of the browser's tab. */
export function PageHeader({ title, description, parent, actions, recent = false }: Props) {
  usePageTitle(title, parent);
  useRecent(title, recent);
  return (
    <>
      <EuiFlexGroup alignItems="center" justifyContent="spaceBetween" gutterSize="l" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="m">
            <h1>{title}</h1>
          </EuiTitle>
          {description && (
            <EuiText size="s" color="subdued">
              <p>{description}</p>
            </EuiText>
          )}
        </EuiFlexItem>
        {actions && <EuiFlexItem grow={false}>{actions}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}

function useRecent(title: string, recent: boolean): void {
  const { core } = useSiem();
  const { pathname } = useHistory().location;
  useEffect(() => {
    // The host puts its base path in front.
    if (recent) core.chrome.recentlyAccessed.add(`/app/${APP_ID}${pathname}`, title, `${APP_ID}:${pathname}`);
  }, [core, title, recent, pathname]);
}

function usePageTitle(title: string, parent: Props['parent']): void {
  const { core } = useSiem();
  const history = useHistory();
  const { title: parentTitle, path: parentPath } = parent ?? {};
  useEffect(() => {
    const crumb = (text: string, pathname: string) => ({
      text,
      href: history.createHref({ pathname }),
      onClick: (event: React.MouseEvent) => {
        event.preventDefault();
        history.push(pathname);
      },
    });
    core.chrome.setBreadcrumbs([
      crumb(APP_TITLE, '/'),
      ...(parentTitle && parentPath ? [crumb(parentTitle, parentPath)] : []),
      { text: title },
    ]);
    core.chrome.docTitle.change(parentTitle ? [title, parentTitle, APP_TITLE] : [title, APP_TITLE]);
  }, [core, history, title, parentTitle, parentPath]);
}

import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import React, { useEffect, type ReactNode } from 'react';
import { useHistory } from 'react-router-dom';
import { APP_TITLE } from '../../common/plugin';
import { useSiem } from '../application/siem_context';

interface Props {
  title: string;
  description?: ReactNode;
  /** The page that this one belongs to. */
  parent?: { title: string; path: string };
  actions?: ReactNode;
}

/** The page's heading; also sets breadcrumbs and the title of the browser's tab. */
export function PageHeader({ title, description, parent, actions }: Props) {
  usePageTitle(title, parent);
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

import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import ReactDOM from 'react-dom';
import { APP_ID } from '../../../common/plugin';
import type { RuleView } from '../../../common/rule';
import type { CoreStart, MountPoint } from '../../../types/opensearch_dashboards_public';

/** Tells in a toast that the rule is there, with a link to it. */
export function announceRule({ application, notifications }: CoreStart, { id, name }: RuleView): void {
  const url = application.getUrlForApp(APP_ID, { path: `/rules/${encodeURIComponent(id)}` });
  notifications.toasts.addSuccess({
    title: i18n.translate('awsSiem.rule.saved', {
      defaultMessage: 'Rule "{name}" saved',
      values: { name },
    }),
    text: linkTo(url, (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void application.navigateToUrl(url);
    }),
  });
}

function linkTo(href: string, onClick: (event: React.MouseEvent) => void): MountPoint {
  return (element) => {
    ReactDOM.render(
      <EuiLink href={href} onClick={onClick} data-test-subj="siemOpenSavedRule">
        {i18n.translate('awsSiem.rule.openSaved', { defaultMessage: 'Open the rule' })}
      </EuiLink>,
      element,
    );
    return () => ReactDOM.unmountComponentAtNode(element);
  };
}

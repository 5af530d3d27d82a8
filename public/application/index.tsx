import { i18n } from '@osd/i18n';
import React from 'react';
import ReactDOM from 'react-dom';
import type { AppMountParameters, CoreStart, StartDeps } from '../../types/opensearch_dashboards_public';
import { createApiClient } from '../services/api_client';
import { APP_ID, APP_TITLE } from '../../common/plugin';
import { App } from './app';
import { addStyles } from './styles';

/** Draws the app into the host's page and returns what takes it away again. */
export function renderApp(core: CoreStart, deps: StartDeps, params: AppMountParameters): () => void {
  addStyles();
  addHelp(core);
  const { element, history } = params;
  const { Context } = core.i18n;
  ReactDOM.render(
    <Context>
      <App host={{ core, deps, api: createApiClient(core.http) }} history={history} />
    </Context>,
    element,
  );
  return () => {
    ReactDOM.unmountComponentAtNode(element);
    core.chrome.docTitle.reset();
    core.chrome.setHelpExtension(undefined);
  };
}

function addHelp({ application, chrome }: CoreStart): void {
  chrome.setHelpExtension({
    appName: APP_TITLE,
    links: [
      {
        linkType: 'custom',
        href: application.getUrlForApp(APP_ID, { path: '/start' }),
        content: i18n.translate('awsSiem.help.start', { defaultMessage: 'Get started' }),
      },
    ],
  });
}

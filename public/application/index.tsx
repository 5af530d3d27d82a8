import React from 'react';
import ReactDOM from 'react-dom';
import type { AppMountParameters, CoreStart, StartDeps } from '../../types/opensearch_dashboards_public';
import { createApiClient } from '../services/api_client';
import { App } from './app';
import { addStyles } from './styles';

/** Draws the app into the host's page and returns what takes it away again. */
export function renderApp(core: CoreStart, deps: StartDeps, params: AppMountParameters): () => void {
  addStyles();
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
  };
}

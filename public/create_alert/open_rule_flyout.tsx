import React from 'react';
import ReactDOM from 'react-dom';
import { skip, take } from 'rxjs/operators';
import type { RuleDraft } from '../../common/rule_draft';
import type { CoreStart, StartDeps } from '../../types/opensearch_dashboards_public';
import { addStyles } from '../application/styles';
import { createApiClient } from '../services/api_client';
import { RuleFlyout } from './rule_flyout';

/**
 * Opens the form of a new rule over whatever page of the host is shown, until it is saved or closed or the page is left. Drawn by
 * ourselves: a flyout of `core.overlays` closes without asking, and with it would go what was typed.
 */
export function openRuleFlyout(core: CoreStart, deps: StartDeps, draft: RuleDraft): void {
  addStyles();
  const element = document.body.appendChild(document.createElement('div'));
  const opener = document.activeElement;
  const close = () => {
    leaving.unsubscribe();
    window.removeEventListener('popstate', close);
    ReactDOM.unmountComponentAtNode(element);
    element.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const leaving = core.application.currentAppId$.pipe(skip(1), take(1)).subscribe(close);
  // Back to another page of the same app.
  window.addEventListener('popstate', close);
  const { Context } = core.i18n;
  ReactDOM.render(
    <Context>
      <RuleFlyout host={{ core, deps, api: createApiClient(core.http) }} draft={draft} close={close} />
    </Context>,
    element,
  );
}

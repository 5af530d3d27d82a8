import { I18nProvider } from '@osd/i18n/react';
import React from 'react';
import { render } from 'react-dom';
import type { CoreStart } from '../../../../types/opensearch_dashboards_public';
import type { Application } from '../core/application';
import { ToastList, type ToastService } from '../core/toasts';
import type { ChromeService } from './chrome';
import { Header } from './header';

interface Parts {
  core: CoreStart;
  application: Application;
  chrome: ChromeService;
  toasts: ToastService;
  /** Where apps are drawn; it is not of this tree. */
  appElement: HTMLElement;
}

/** Draws everything around the app. */
export function renderFrame(
  container: HTMLElement,
  { core, application, chrome, toasts, appElement }: Parts,
): void {
  const header = container.appendChild(document.createElement('div'));
  const wrapper = container.appendChild(document.createElement('div'));
  wrapper.className = 'app-wrapper';
  wrapper.appendChild(appElement);
  const notifications = container.appendChild(document.createElement('div'));
  render(
    <I18nProvider>
      <Header core={core} application={application} chrome={chrome} />
    </I18nProvider>,
    header,
  );
  render(
    <I18nProvider>
      <ToastList service={toasts} />
    </I18nProvider>,
    notifications,
  );
}

import type { Page } from '@playwright/test';
import { API_ROOT, PLUGIN_ID } from '../../../common/plugin';

/** Where code and answers of ours come from; the host's own complaints are not our affair. */
const OURS = new RegExp(`/plugin/${PLUGIN_ID}/|${API_ROOT}/`);

/** Collects what goes wrong in our part of the page: uncaught errors, console errors, failed loads. */
export function watchOwnErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && OURS.test(text)) errors.push(text);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left ends its own requests.
    if (OURS.test(request.url()) && reason !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${reason}`);
  });
  return errors;
}

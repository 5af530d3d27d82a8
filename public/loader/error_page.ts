import type { AppMountParameters } from '../../types/opensearch_dashboards_public';

/** What stands in the app's place when its code could not be loaded. Needs nothing that might itself fail to load. */
export function mountErrorPage({ element }: AppMountParameters, error: unknown): () => void {
  const page = document.createElement('div');
  page.className = 'euiText';
  page.setAttribute('role', 'alert');
  page.style.padding = '24px';
  page.textContent = `AWS SIEM could not be loaded. Reload the page; if that does not help, tell your administrator: ${String(error)}`;
  element.appendChild(page);
  return () => page.remove();
}

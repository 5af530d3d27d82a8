import { readFileSync } from 'fs';
import { join } from 'path';

/** What the browser's core reads from the page; in the shape of OSD's injected metadata, and the capabilities beside it. */
export interface Injected {
  /** In the order in which plugins are set up. */
  uiPlugins: UiPlugin[];
  legacyMetadata: {
    uiSettings: {
      defaults: Record<string, { value?: unknown }>;
      user: Record<string, { userValue?: unknown }>;
    };
  };
  capabilities: Record<string, Record<string, unknown>>;
}

export interface UiPlugin {
  id: string;
  plugin: { requiredPlugins: string[]; optionalPlugins: string[] };
  /** The part of its configuration that browsers may read. */
  config?: unknown;
}

export interface PageData {
  buildNumber: number;
  version: string;
  /** '' or such as '/siem'. */
  basePath: string;
  darkMode: boolean;
  title: string;
  injected: Injected;
}

/**
 * The HTML that every app is drawn into. There is no inline script, which the host's content security policy would
 * refuse: data travels in attributes.
 */
export function renderPage(data: PageData): string {
  const { basePath, darkMode, title } = data;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
${styleSheets(data)
  .map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`)
  .join('\n')}
<link rel="icon" href="data:,">
</head>
<body class="${darkMode ? 'osdDarkMode' : 'osdLightMode'}">
<osd-csp data="${escapeHtml(JSON.stringify({ strictCsp: false }))}"></osd-csp>
<osd-injected-metadata data="${escapeHtml(JSON.stringify(data))}"></osd-injected-metadata>
<div id="opensearch-dashboards-body"></div>
<script src="${escapeHtml(basePath)}/bootstrap.js"></script>
</body>
</html>
`;
}

/** The script that defines the registry of bundles, loads shared libraries, core and plugins in order, and starts core. */
export function renderBootstrap(data: PageData): string {
  const bundles = `${data.basePath}/${data.buildNumber}/bundles`;
  const ids = data.injected.uiPlugins.map(({ id }) => id);
  const publicPaths = Object.fromEntries(ids.map((id) => [id, `${bundles}/plugin/${id}/`]));
  const scripts = [
    `${bundles}/host/shared_deps.js`,
    `${bundles}/host/core.js`,
    ...ids.map((id) => `${bundles}/plugin/${id}/${id}.plugin.js`),
  ];
  const globals = { __osdPublicPath__: publicPaths, __osdThemeTag__: data.darkMode ? 'v7dark' : 'v7light' };
  return `Object.assign(window, ${JSON.stringify(globals)}, { scriptsToLoad: ${JSON.stringify(scripts)} });
${readFileSync(join(__dirname, 'bootstrap.js'), 'utf8')}`;
}

function styleSheets({ basePath, buildNumber, darkMode }: PageData): string[] {
  const theme = darkMode ? 'dark' : 'light';
  return [`eui_${theme}.css`, `charts_${theme}.css`, 'host.css'].map(
    (file) => `${basePath}/${buildNumber}/bundles/host/${file}`,
  );
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

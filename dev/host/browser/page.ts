/** What the browser's core reads from the page; the host's server fills it in. */
export interface Injected {
  plugins: UiPlugin[];
  /** Capabilities by the id of who registered them. */
  capabilities: Record<string, Record<string, unknown>>;
  /** Effective value of each UI setting: what the user set, else the default. */
  uiSettings: Record<string, unknown>;
}

/** A plugin with browser code, in the order in which plugins are set up. */
export interface UiPlugin {
  id: string;
  requiredPlugins: string[];
  optionalPlugins: string[];
  /** The part of its configuration that browsers may read. */
  config: Record<string, unknown>;
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
  const ids = data.injected.plugins.map(({ id }) => id);
  const publicPaths = Object.fromEntries(ids.map((id) => [id, `${bundles}/plugin/${id}/`]));
  const scripts = [
    `${bundles}/host/shared_deps.js`,
    `${bundles}/host/core.js`,
    ...ids.map((id) => `${bundles}/plugin/${id}/${id}.plugin.js`),
  ];
  return `(${bootstrap.toString()})(${JSON.stringify({
    publicPaths,
    scripts,
    themeTag: data.darkMode ? 'v7dark' : 'v7light',
  })});\n`;
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

interface BootstrapArguments {
  publicPaths: Record<string, string>;
  scripts: string[];
  themeTag: string;
}

/** Runs in the browser from its own text, so it uses nothing from outside itself. */
function bootstrap({ publicPaths, scripts, themeTag }: BootstrapArguments): void {
  const bundles: Record<string, () => unknown> = {};
  const registry = {
    define(key: string, getter: (argument: unknown) => unknown, argument: unknown) {
      if (key in bundles) throw new Error(`__osdBundles__ already has a module defined for "${key}"`);
      bundles[key] = () => getter(argument);
    },
    get(key: string) {
      const getter = bundles[key];
      if (!getter) throw new Error(`__osdBundles__ does not have a module defined for "${key}"`);
      return getter();
    },
  };
  Object.assign(window, {
    __osdPublicPath__: publicPaths,
    __osdThemeTag__: themeTag,
    __osdBundles__: registry,
  });
  let pending = scripts.length;
  for (const src of scripts) {
    const script = document.createElement('script');
    // Downloaded at once, run in order.
    script.async = false;
    script.src = src;
    script.onerror = () => {
      document.body.textContent =
        'OpenSearch Dashboards did not load properly. Check the server output for more information.';
    };
    script.onload = () => {
      pending -= 1;
      if (pending === 0)
        (registry.get('entry/core/public') as { __osdBootstrap__(): void }).__osdBootstrap__();
    };
    document.head.appendChild(script);
  }
}

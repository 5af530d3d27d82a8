import type { Fact } from './coverage';

const LOADER = 'public/loader/index.ts';
const PLUGIN = 'public/plugin.ts';
const HOST = 'public/host.ts';
const CREATE_ALERT = 'public/create_alert/from_discover.ts';
const ENTRY_POINTS = 'public/create_alert/entry_points.ts';
const PANEL_SEARCH = 'public/create_alert/search_of_panel.ts';
const DISCOVER_LINK = 'public/services/discover_link.ts';
const APPLICATION = 'public/application/index.tsx';
const SHARED_DEPS = 'dev/build/shared_deps.ts';

/** Every fact about the host's browser side that our code uses. browser.test.ts has exactly one test for each, under the same id. */
export const BROWSER_FACTS = {
  'bundles.public_path': {
    says: "tells where a plugin's files are, with a slash at the end",
    usedBy: [LOADER],
  },
  'bundles.module': { says: 'lets pages import .mjs modules of a plugin', usedBy: [LOADER] },
  'bundles.shared_deps': { says: 'shares its libraries under the keys we build for', usedBy: [SHARED_DEPS] },
  'bundles.url_state': { says: 'decodes the state in its URLs by getStateFromOsdUrl', usedBy: [HOST] },

  'app.mount': { says: 'mounts an app below /app/<id> into an element of the page', usedBy: [PLUGIN] },
  'app.deep_link': { says: 'opens an app at a path inside it, seen without the base', usedBy: [APPLICATION] },
  'app.history': { says: "keeps an app's history below its base path", usedBy: [APPLICATION] },
  'app.navigate': {
    says: 'moves to a path and query of an app, and tells its URL',
    usedBy: [CREATE_ALERT, APPLICATION],
  },
  'app.applications': { says: 'tells which apps there are, by id', usedBy: [DISCOVER_LINK] },
  'discover.place': {
    says: 'shows Discover in the data explorer where it has one',
    usedBy: [DISCOVER_LINK],
  },
  'app.unmount': { says: 'unmounts an app when another one is shown', usedBy: [APPLICATION] },
  'app.duplicate': { says: 'throws when an id is registered twice', usedBy: [LOADER] },
  'app.category': { says: 'lists apps in its menu below their own category', usedBy: [PLUGIN] },
  'app.nav_groups': {
    says: 'may have use cases in its navigation, which setup may add apps to',
    usedBy: [HOST],
  },
  'core.start_services': { says: 'gives core and dependencies by getStartServices', usedBy: [PLUGIN] },

  'http.request': {
    says: 'adds base path and xsrf header, repeats arrays, drops undefined in the query',
    usedBy: [APPLICATION],
  },
  'http.no_content': { says: "answers '' for 204", usedBy: [APPLICATION] },
  'http.error': { says: 'rejects with status text, response and parsed body', usedBy: [APPLICATION] },
  'http.abort': { says: 'rejects an aborted call with the name AbortError', usedBy: [APPLICATION] },

  'page.toasts': { says: 'shows toasts, with the text of errors', usedBy: [CREATE_ALERT, APPLICATION] },
  'page.confirm': { says: 'asks a question and resolves with the answer', usedBy: [APPLICATION] },
  'page.title': { says: 'shows breadcrumbs and changes the title', usedBy: [APPLICATION] },
  'page.ui_settings': {
    says: 'reads settings, and throws for an unknown one without default',
    usedBy: [APPLICATION],
  },
  'page.theme': { says: 'tells which theme its pages are drawn in', usedBy: [HOST] },
  'page.i18n': { says: 'fills values and plurals into default texts', usedBy: [CREATE_ALERT, APPLICATION] },

  'discover.menu_item': {
    says: 'shows registered items in Discover, and runs them',
    usedBy: [ENTRY_POINTS],
  },
  'discover.query': {
    says: "tells Discover's query, filters and time, and the index pattern in its URL",
    usedBy: [CREATE_ALERT, DISCOVER_LINK],
  },
  'data.pattern_titles': {
    says: 'lists ids and titles of index patterns, new ones once told to forget the list',
    usedBy: [DISCOVER_LINK],
  },
  'dashboard.panel_menu': {
    says: 'shows actions in the menu of panels, and tells them what the panel searches',
    usedBy: [ENTRY_POINTS, PANEL_SEARCH],
  },
} as const satisfies Record<string, Fact>;

export type BrowserFactId = keyof typeof BROWSER_FACTS;

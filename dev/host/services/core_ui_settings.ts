import type { UiSettingsParams } from '../../../types/opensearch_dashboards_server';

const range = (from: string, to: string, display: string) => ({ from, to, display });

const QUICK_RANGES = [
  range('now/d', 'now/d', 'Today'),
  range('now/w', 'now/w', 'This week'),
  range('now-15m', 'now', 'Last 15 minutes'),
  range('now-30m', 'now', 'Last 30 minutes'),
  range('now-1h', 'now', 'Last 1 hour'),
  range('now-24h', 'now', 'Last 24 hours'),
  range('now-7d', 'now', 'Last 7 days'),
  range('now-30d', 'now', 'Last 30 days'),
  range('now-90d', 'now', 'Last 90 days'),
  range('now-1y', 'now', 'Last 1 year'),
];

/** The advanced settings of OSD that plugins commonly read, with OSD's defaults. */
export const CORE_UI_SETTINGS: Record<string, Partial<UiSettingsParams>> = {
  // OSD's is /app/home; the stand-in has no home page.
  defaultRoute: { value: '/app/siem', type: 'string' },
  'theme:darkMode': { value: false, type: 'boolean', requiresPageReload: true },
  'theme:version': { value: 'v7', type: 'select' },
  dateFormat: { value: 'MMM D, YYYY @ HH:mm:ss.SSS', type: 'string' },
  'dateFormat:tz': { value: 'Browser', type: 'select' },
  'dateFormat:dow': { value: 'Sunday', type: 'select' },
  'dateFormat:scaled': {
    type: 'json',
    value: JSON.stringify([
      ['', 'HH:mm:ss.SSS'],
      ['PT1S', 'HH:mm:ss'],
      ['PT1M', 'HH:mm'],
      ['PT1H', 'YYYY-MM-DD HH:mm'],
      ['P1DT', 'YYYY-MM-DD'],
      ['P1YT', 'YYYY'],
    ]),
  },
  'timepicker:timeDefaults': { type: 'json', value: JSON.stringify({ from: 'now-15m', to: 'now' }) },
  'timepicker:refreshIntervalDefaults': { type: 'json', value: JSON.stringify({ pause: true, value: 0 }) },
  'timepicker:quickRanges': { type: 'json', value: JSON.stringify(QUICK_RANGES) },
  'search:queryLanguage': { value: 'kuery', type: 'select' },
  'query:queryString:options': { type: 'json', value: JSON.stringify({ analyze_wildcard: true }) },
  'query:allowLeadingWildcards': { value: true, type: 'boolean' },
  'state:storeInSessionStorage': { value: false, type: 'boolean' },
};

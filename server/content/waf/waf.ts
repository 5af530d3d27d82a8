import { count, unique } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { controls } from '../build/controls';
import { countryMap } from '../build/country_map';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const ACTIONS = {
  ALLOW: '#54B399',
  BLOCK: '#E7664C',
  CAPTCHA: '#D6BF57',
  CHALLENGE: '#9170B8',
  COUNT: '#6092C0',
};
const BLOCKED = 'event.action:BLOCK';

/** What web ACLs let through and blocked, by which rule, from where. */
export const waf: DashboardParts = {
  id: 'waf',
  title: 'AWS SIEM WAF',
  label: 'WAF',
  description: 'Requests allowed and blocked by web ACLs: rules, clients, countries and paths.',
  query: 'type:waf',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['event.action', 'Action'],
        ['rule.id', 'Rule'],
        ['source.geo.country_iso_code', 'Country'],
      ]),
    ),
    row(
      5,
      counted('requests', 'Requests'),
      counted('blocked', 'Blocked', BLOCKED),
      metric('clients', 'Clients blocked', unique('source.ip', 'Clients blocked'), { query: BLOCKED }),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'Requests over time by action', {
          split: { field: 'event.action', label: 'Action' },
          colors: ACTIONS,
        }),
      ),
      ring('rules', 'Rules that blocked', 'rule.id', { query: BLOCKED }),
    ),
    row(
      14,
      table(
        'blocked-clients',
        'Clients blocked most',
        [
          ['source.ip', 'Client'],
          ['source.geo.country_iso_code', 'Country', 110],
        ],
        { query: BLOCKED, metrics: [unique('url.path', 'Paths')] },
      ),
      table(
        'blocked-paths',
        'Paths blocked most',
        [
          ['url.path', 'Path'],
          ['rule.id', 'Rule'],
        ],
        { query: BLOCKED },
      ),
    ),
    row(
      16,
      wide(
        32,
        countryMap('country-map', 'Where blocked requests come from', {
          query: BLOCKED,
          counted: 'Requests',
        }),
      ),
      topBars('countries', 'Countries blocked most', 'source.geo.country_iso_code', {
        query: BLOCKED,
        metric: count('Requests'),
        size: 12,
      }),
    ),
    row(
      14,
      topBars('hosts', 'Hosts', 'url.domain', {
        split: { field: 'event.action', label: 'Action' },
        colors: ACTIONS,
      }),
      table('agents', 'User agents blocked', [['user_agent.original', 'User agent']], { query: BLOCKED }),
    ),
    row(
      16,
      savedSearch(
        'latest-blocked',
        'Latest blocked requests',
        [
          'source.ip',
          'source.geo.country_iso_code',
          'rule.id',
          'http.request.method',
          'url.path',
          'user_agent.original',
        ],
        BLOCKED,
      ),
    ),
  ],
};

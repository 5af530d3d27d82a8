import { percentiles, sum, unique } from '../build/aggs';
import { ring, timeAreas, timeLines, topBars } from '../build/chart';
import { OUTCOME_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { countryMap } from '../build/country_map';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { statusBars } from '../build/status_classes';
import { table } from '../build/table';

const FAILED = 'http.response.status_code:[400 TO 599]';

/** Requests at the edge: answers, cache, speed, places and clients. */
export const cloudfront: DashboardParts = {
  id: 'cloudfront',
  title: 'AWS SIEM CloudFront',
  label: 'CloudFront',
  description: 'Requests at the edge by answer, cache result, speed, country and client.',
  query: 'type:cloudfront',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['aws.cloudfront.distribution_id', 'Distribution'],
        ['http.response.status_code', 'Status'],
        ['aws.cloudfront.edge_location', 'Edge location'],
      ]),
    ),
    row(
      5,
      counted('requests', 'Requests'),
      counted('failed', 'Answers 4xx and 5xx', FAILED),
      metric('bytes', 'Bytes sent', sum('http.response.bytes', 'Bytes sent')),
      metric('clients', 'Clients', unique('source.ip', 'Clients')),
    ),
    row(
      12,
      wide(32, statusBars('over-time', 'Answers over time')),
      ring('results', 'Cache results', 'aws.cloudfront.edge_result_type', {
        colors: {
          Hit: '#54B399',
          RefreshHit: '#6092C0',
          Miss: '#D6BF57',
          Error: '#E7664C',
          Redirect: '#9170B8',
        },
      }),
    ),
    row(
      12,
      timeLines('latency', 'Seconds until answered', {
        metric: percentiles('aws.cloudfront.time_taken', [50, 95, 99], 's'),
      }),
      timeAreas('bytes-over-time', 'Bytes sent over time', { metric: sum('http.response.bytes', 'Bytes') }),
    ),
    row(
      14,
      table(
        'paths',
        'Paths',
        [
          ['url.path', 'Path'],
          ['http.response.status_code', 'Status', 110],
        ],
        { size: 30 },
      ),
      table('failed-clients', 'Clients with failed requests', [['source.ip', 'Client']], {
        query: FAILED,
        metrics: [unique('url.path', 'Paths')],
      }),
    ),
    row(
      16,
      wide(32, countryMap('country-map', 'Where requests come from', { counted: 'Requests' })),
      topBars('countries', 'Countries', 'source.geo.country_iso_code', {
        split: { field: 'event.outcome', label: 'Outcome' },
        colors: OUTCOME_COLORS,
        size: 12,
      }),
    ),
    row(
      14,
      topBars('edges', 'Edge locations', 'aws.cloudfront.edge_location'),
      table('agents', 'User agents', [['user_agent.original', 'User agent']]),
    ),
    row(
      16,
      savedSearch(
        'latest-failed',
        'Latest failed requests',
        [
          'source.ip',
          'http.request.method',
          'url.path',
          'http.response.status_code',
          'aws.cloudfront.edge_location',
        ],
        FAILED,
      ),
    ),
  ],
};

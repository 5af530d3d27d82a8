import { percentiles, sum, unique } from '../build/aggs';
import { ring, timeAreas, timeLines, topBars } from '../build/chart';
import { OUTCOME_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { statusBars } from '../build/status_classes';
import { table } from '../build/table';

const FAILED = 'http.response.status_code:[400 TO 599]';

/** Requests and connections of load balancers: how many, how fast, how well answered, by whom. */
export const elblogs: DashboardParts = {
  id: 'elblogs',
  title: 'AWS SIEM ELB',
  label: 'ELB',
  description: 'Requests of load balancers by answer, speed, path and client.',
  query: 'type:elblogs',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['aws.elb.name', 'Load balancer'],
        ['http.response.status_code', 'Status'],
        ['source.ip', 'Client'],
      ]),
    ),
    row(
      5,
      counted('requests', 'Requests', 'event.action:request'),
      counted('client-errors', 'Answers 4xx', 'http.response.status_code:[400 TO 499]'),
      counted('server-errors', 'Answers 5xx', 'http.response.status_code:[500 TO 599]', { alarming: true }),
      metric('clients', 'Clients', unique('source.ip', 'Clients')),
    ),
    row(
      12,
      wide(32, statusBars('over-time', 'Answers over time')),
      ring('families', 'Kinds of load balancers', 'aws.elb.family', {
        colors: { application: '#9170B8', network: '#6092C0', classic: '#D6BF57' },
      }),
    ),
    row(
      12,
      timeLines('latency', 'Seconds that targets took', {
        query: 'aws.elb.backend_processing_time.sec:>=0',
        metric: percentiles('aws.elb.backend_processing_time.sec', [50, 95, 99], 's'),
      }),
      timeAreas('bytes', 'Bytes sent to clients by load balancer', {
        metric: sum('http.response.bytes', 'Bytes'),
        split: { field: 'aws.elb.name', label: 'Load balancer' },
      }),
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
        size: 50,
        metrics: [unique('url.path', 'Paths'), unique('user_agent.original', 'User agents')],
      }),
    ),
    row(
      14,
      topBars('clients-top', 'Clients by requests', 'source.ip', {
        split: { field: 'event.outcome', label: 'Outcome' },
        colors: OUTCOME_COLORS,
      }),
      topBars('methods', 'Methods', 'http.request.method', { query: 'event.action:request' }),
      table('agents', 'User agents', [['user_agent.original', 'User agent']]),
    ),
    row(
      16,
      savedSearch(
        'latest-failed',
        'Latest failed requests',
        ['source.ip', 'http.request.method', 'url.path', 'http.response.status_code', 'aws.elb.name'],
        FAILED,
      ),
    ),
  ],
};

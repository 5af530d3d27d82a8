import { unique } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const ANSWERS = { NOERROR: '#54B399', NXDOMAIN: '#D6BF57', SERVFAIL: '#E7664C', REFUSED: '#DA8B45' };
const BLOCKED = 'aws.route53.firewall.action:BLOCK';

/** Names that machines in the VPCs asked for, and those that the DNS firewall blocked. */
export const route53resolver: DashboardParts = {
  id: 'route53resolver',
  title: 'AWS SIEM Route 53 Resolver',
  label: 'Route 53',
  description: 'DNS queries of the VPCs: names, answers, who asks, and what the DNS firewall blocked.',
  query: 'type:route53resolver',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['aws.vpc_id', 'VPC'],
        ['dns.response_code', 'Answer'],
        ['source.ip', 'Asked by'],
      ]),
    ),
    row(
      5,
      counted('queries', 'Queries'),
      counted('blocked', 'Blocked', BLOCKED, { alarming: true }),
      counted('missing', 'No such name', 'dns.response_code:NXDOMAIN'),
      metric('names', 'Names', unique('dns.question.name', 'Names')),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'Queries over time by answer', {
          split: { field: 'dns.response_code', label: 'Answer' },
          colors: ANSWERS,
        }),
      ),
      ring('kinds', 'Kinds of queries', 'dns.question.type', {
        colors: { A: '#6092C0', AAAA: '#9170B8', PTR: '#D6BF57', TXT: '#E7664C' },
      }),
    ),
    row(
      14,
      table(
        'blocked-names',
        'Names blocked',
        [
          ['dns.question.name', 'Name'],
          ['source.ip', 'Asked by'],
        ],
        { query: BLOCKED },
      ),
      table('missing-names', 'Names that do not exist', [['dns.question.name', 'Name']], {
        query: 'dns.response_code:NXDOMAIN',
        metrics: [unique('source.ip', 'Asked by')],
      }),
    ),
    row(
      14,
      topBars('askers', 'Who asks most', 'source.ip', {
        split: { field: 'dns.response_code', label: 'Answer' },
        colors: ANSWERS,
      }),
      table('names-top', 'Names asked for most', [['dns.question.name', 'Name']], {
        metrics: [unique('source.ip', 'Asked by')],
      }),
      table('by-instance', 'Instances by different names', [['cloud.instance.id', 'Instance']], {
        metrics: [unique('dns.question.name', 'Names')],
      }),
    ),
    row(
      16,
      savedSearch(
        'latest',
        'Latest queries blocked or failed',
        [
          'source.ip',
          'dns.question.name',
          'dns.question.type',
          'dns.response_code',
          'aws.route53.firewall.action',
          'cloud.instance.id',
        ],
        `${BLOCKED} OR (*:* NOT dns.response_code:NOERROR)`,
      ),
    ),
  ],
};

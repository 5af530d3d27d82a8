import { byTime, count, filters } from '../build/aggs';
import { ring, splitBars, timeBars, topBars } from '../build/chart';
import { DIRECTION_COLORS, OUTCOME_COLORS, SEVERITY_COLORS, TYPE_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { countryMap } from '../build/country_map';
import { row, type DashboardParts } from '../build/dashboard';
import { counted } from '../build/metric';
import { onPattern, wide } from '../build/panel';
import { ALERTS } from '../build/saved_object';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const SIGN_INS = 'type:cloudtrail AND event.action:ConsoleLogin';

/** What a company's AWS logs say at a glance: alerts first, then how much of what, then what was refused. */
export const overview: DashboardParts = {
  id: 'overview',
  title: 'AWS SIEM overview',
  label: 'Overview',
  description: 'Alerts, events by log type, where they come from, refused traffic and failed sign-ins.',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['cloud.account.id', 'Account'],
        ['cloud.region', 'Region'],
        ['type', 'Log type'],
        ['source.ip', 'Source address'],
      ]),
    ),
    row(
      5,
      onPattern(ALERTS, counted('alerts', 'Alerts', '_exists_:alert', { alarming: true })),
      onPattern(
        ALERTS,
        counted('alerts-critical', 'Critical or high', 'alert.severity:(critical OR high)', {
          alarming: true,
        }),
      ),
      counted('failed-sign-ins', 'Failed sign-ins', `${SIGN_INS} AND event.outcome:failure`),
      counted('root-use', 'Calls by root', 'type:cloudtrail AND aws.cloudtrail.user_identity.type:Root'),
      counted('denied-calls', 'API calls denied', 'type:cloudtrail AND event.type:denied'),
      counted('rejected', 'Connections rejected', 'type:vpcflow AND event.action:reject'),
      counted('blocked', 'Requests blocked', 'type:waf AND event.action:BLOCK'),
      counted('server-errors', 'Answers 5xx', 'http.response.status_code:[500 TO 599]'),
    ),
    row(
      5,
      counted('cloudtrail', 'CloudTrail', 'type:cloudtrail'),
      counted('vpcflow', 'VPC Flow', 'type:vpcflow'),
      counted('elblogs', 'ELB', 'type:elblogs'),
      counted('s3access', 'S3 access', 'type:s3access'),
      counted('waf', 'WAF', 'type:waf'),
      counted('cloudfront', 'CloudFront', 'type:cloudfront'),
      counted('route53resolver', 'Route 53', 'type:route53resolver'),
      counted('findings', 'Findings', 'type:(guardduty OR securityhub)'),
    ),
    row(
      12,
      wide(
        32,
        timeBars('events', 'Events over time by log type', {
          split: { field: 'type', label: 'Log type', size: 10 },
          colors: TYPE_COLORS,
        }),
      ),
      onPattern(
        ALERTS,
        ring('severities', 'Alerts by severity', 'alert.severity', {
          colors: SEVERITY_COLORS,
          query: '_exists_:alert',
        }),
      ),
    ),
    row(
      12,
      onPattern(
        ALERTS,
        savedSearch(
          'latest-alerts',
          'Alerts',
          ['alert.severity', 'rule.name', 'message', 'alert.status'],
          '_exists_:alert',
        ),
      ),
    ),
    row(
      17,
      wide(32, countryMap('country-map', 'Where events come from')),
      topBars('countries', 'Countries in most events', 'source.geo.country_iso_code', { size: 12 }),
    ),
    row(
      14,
      table(
        'flows',
        'VPC Flow: who talks to whom',
        [
          ['source.ip', 'Source'],
          ['destination.ip', 'Destination'],
        ],
        { query: 'type:vpcflow', size: 50 },
      ),
      table(
        'rejected-flows',
        'VPC Flow: rejected connections',
        [
          ['source.ip', 'Source'],
          ['destination.port', 'Port', 110],
        ],
        { query: 'type:vpcflow AND event.action:reject', size: 50 },
      ),
    ),
    row(
      11,
      splitBars(
        'sign-ins',
        'Console sign-ins',
        [
          count('Sign-ins'),
          byTime(),
          filters(
            [
              ['success', `${SIGN_INS} AND event.outcome:success`],
              ['failure', `${SIGN_INS} AND event.outcome:failure`],
            ],
            'group',
          ),
        ],
        OUTCOME_COLORS,
      ),
      timeBars('rejected-over-time', 'Connections rejected over time', {
        query: 'type:vpcflow AND event.action:reject',
        split: { field: 'network.direction', label: 'Direction' },
        colors: DIRECTION_COLORS,
      }),
    ),
    row(
      12,
      topBars('addresses', 'Addresses in most events', 'source.ip', {
        split: { field: 'type', label: 'Log type' },
        colors: TYPE_COLORS,
        size: 12,
      }),
      topBars('accounts', 'Accounts', 'cloud.account.id', {
        split: { field: 'type', label: 'Log type' },
        colors: TYPE_COLORS,
      }),
    ),
  ],
};

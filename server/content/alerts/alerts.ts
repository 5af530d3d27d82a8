import { latest, sum } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { SEVERITY_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted } from '../build/metric';
import { wide } from '../build/panel';
import { ALERTS } from '../build/saved_object';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

/** What fired, how grave it is, whom it is about, and what is still open. */
export const alerts: DashboardParts = {
  id: 'alerts',
  title: 'AWS SIEM alerts',
  label: 'Alerts',
  description: 'Alerts by severity, rule, address and user, and what is still open.',
  pattern: ALERTS,
  query: '_exists_:alert',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['alert.severity', 'Severity'],
        ['alert.status', 'Status'],
        ['rule.name', 'Rule'],
      ]),
    ),
    row(
      5,
      counted('all', 'Alerts'),
      counted('open', 'Open', 'alert.status:open'),
      counted('critical', 'Critical', 'alert.severity:critical', { alarming: true }),
      counted('high', 'High', 'alert.severity:high', { alarming: true }),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'Alerts over time by severity', {
          split: { field: 'alert.severity', label: 'Severity' },
          colors: SEVERITY_COLORS,
        }),
      ),
      ring('statuses', 'Alerts by status', 'alert.status', {
        colors: { open: '#E7664C', acknowledged: '#D6BF57', closed: '#54B399' },
      }),
    ),
    row(
      14,
      table(
        'rules',
        'Rules that fired',
        [
          ['rule.name', 'Rule'],
          ['alert.severity', 'Severity', 130],
        ],
        { counted: 'Alerts', metrics: [sum('alert.count', 'Events'), latest('@timestamp', 'Last seen')] },
      ),
      wide(
        12,
        topBars('addresses', 'Addresses', 'source.ip', {
          split: { field: 'alert.severity', label: 'Severity' },
          colors: SEVERITY_COLORS,
        }),
      ),
      wide(
        12,
        topBars('users', 'Users', 'user.name', {
          split: { field: 'alert.severity', label: 'Severity' },
          colors: SEVERITY_COLORS,
        }),
      ),
    ),
    row(
      16,
      savedSearch('latest', 'Latest alerts', [
        'alert.severity',
        'alert.status',
        'rule.name',
        'message',
        'alert.id',
      ]),
    ),
  ],
};

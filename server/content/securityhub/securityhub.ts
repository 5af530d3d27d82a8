import { latest, unique } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { SEVERITY_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const HUB = 'aws.securityhub_findings';
const COLORS = {
  CRITICAL: SEVERITY_COLORS.critical,
  HIGH: SEVERITY_COLORS.high,
  MEDIUM: SEVERITY_COLORS.medium,
  LOW: SEVERITY_COLORS.low,
  INFORMATIONAL: SEVERITY_COLORS.informational,
};
const SEVERITY = { field: `${HUB}.severity.label`, label: 'Severity' };
const FAILED = `${HUB}.compliance.status:FAILED`;

/** Findings of Security Hub: checks that failed, products that found something, resources concerned. */
export const securityhub: DashboardParts = {
  id: 'securityhub',
  title: 'AWS SIEM Security Hub',
  label: 'Security Hub',
  description: 'Findings by severity, product, control and resource; checks passed and failed.',
  query: 'type:securityhub',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        [`${HUB}.severity.label`, 'Severity'],
        [`${HUB}.product.name`, 'Product'],
        ['cloud.account.id', 'Account'],
      ]),
    ),
    row(
      5,
      counted('all', 'Findings'),
      counted('grave', 'Critical or high', `${HUB}.severity.label:(CRITICAL OR HIGH)`, { alarming: true }),
      metric(
        'controls',
        'Controls failed',
        unique(`${HUB}.compliance.security_control_id`, 'Controls failed'),
        { query: FAILED },
      ),
      metric('resources', 'Resources', unique(`${HUB}.resources.id`, 'Resources')),
    ),
    row(
      12,
      wide(32, timeBars('over-time', 'Findings over time by severity', { split: SEVERITY, colors: COLORS })),
      ring('compliance', 'Checks', `${HUB}.compliance.status`, {
        colors: { PASSED: '#54B399', FAILED: '#E7664C', WARNING: '#D6BF57', NOT_AVAILABLE: '#98A2B3' },
      }),
    ),
    row(
      14,
      wide(
        28,
        table(
          'failed',
          'Checks that failed',
          [
            ['rule.name', 'Check'],
            [`${HUB}.severity.label`, 'Severity', 130],
          ],
          {
            query: FAILED,
            metrics: [unique(`${HUB}.resources.id`, 'Resources'), latest('@timestamp', 'Last seen')],
          },
        ),
      ),
      topBars('products', 'Products', `${HUB}.product.name`, { split: SEVERITY, colors: COLORS }),
    ),
    row(
      14,
      topBars('resource-types', 'Kinds of resources', `${HUB}.resources.type`, {
        split: SEVERITY,
        colors: COLORS,
      }),
      topBars('accounts', 'Accounts', 'cloud.account.id', { split: SEVERITY, colors: COLORS }),
      table('resources-top', 'Resources with most findings', [[`${HUB}.resources.id`, 'Resource']]),
    ),
    row(
      16,
      savedSearch('latest', 'Latest findings', [
        `${HUB}.severity.label`,
        'rule.name',
        `${HUB}.compliance.status`,
        `${HUB}.resources.id`,
        'cloud.account.id',
      ]),
    ),
  ],
};

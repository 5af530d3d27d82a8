import { latest, unique } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { SEVERITY_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const { critical: Critical, high: High, medium: Medium, low: Low } = SEVERITY_COLORS;
const COLORS = { Critical, High, Medium, Low };
const SEVERITY = { field: 'aws.guardduty.severity.value', label: 'Severity' };

/** Findings of GuardDuty: how grave, of what kind, about which resource. */
export const guardduty: DashboardParts = {
  id: 'guardduty',
  title: 'AWS SIEM GuardDuty',
  label: 'GuardDuty',
  description: 'Findings by severity, kind, account and resource.',
  query: 'type:guardduty',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['aws.guardduty.severity.value', 'Severity'],
        ['rule.name', 'Finding'],
        ['cloud.account.id', 'Account'],
      ]),
    ),
    row(
      5,
      counted('all', 'Findings'),
      counted('high', 'Critical or high', 'aws.guardduty.severity.value:(Critical OR High)', {
        alarming: true,
      }),
      metric('kinds', 'Kinds', unique('rule.name', 'Kinds')),
    ),
    row(
      12,
      wide(32, timeBars('over-time', 'Findings over time by severity', { split: SEVERITY, colors: COLORS })),
      ring('severities', 'Severities', 'aws.guardduty.severity.value', { colors: COLORS }),
    ),
    row(
      14,
      wide(
        28,
        table(
          'findings',
          'Findings by kind',
          [
            ['rule.name', 'Finding'],
            ['aws.guardduty.severity.value', 'Severity', 130],
          ],
          { metrics: [latest('@timestamp', 'Last seen')] },
        ),
      ),
      topBars('resources', 'Kinds of resources', 'aws.guardduty.resource.type', {
        split: SEVERITY,
        colors: COLORS,
      }),
    ),
    row(
      14,
      topBars('accounts', 'Accounts', 'cloud.account.id', { split: SEVERITY, colors: COLORS }),
      table('remote', 'Addresses in findings', [
        ['source.ip', 'Source'],
        ['rule.name', 'Finding'],
      ]),
      table('users', 'Users in findings', [
        ['user.name', 'User'],
        ['rule.name', 'Finding'],
      ]),
    ),
    row(
      16,
      savedSearch('latest', 'Latest findings', [
        'aws.guardduty.severity.value',
        'rule.name',
        'aws.guardduty.title',
        'cloud.account.id',
        'cloud.region',
      ]),
    ),
  ],
};

import { ring, timeBars, topBars } from '../build/chart';
import { OUTCOME_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted } from '../build/metric';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const SIGN_IN = 'event.action:ConsoleLogin';
const IAM_CHANGE = 'event.provider:iam.amazonaws.com AND aws.cloudtrail.read_only:false';

/** Sign-ins to the console, roles that were taken, and changes of users, keys and policies. */
export const iam: DashboardParts = {
  id: 'iam',
  title: 'AWS SIEM IAM and sign-in',
  label: 'IAM and sign-in',
  description:
    'Console sign-ins with and without a second factor, root, roles taken, and changes of users, keys and policies.',
  query: 'type:cloudtrail',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['cloud.account.id', 'Account'],
        ['user.name', 'User'],
      ]),
    ),
    row(
      5,
      counted('sign-ins', 'Sign-ins', `${SIGN_IN} AND event.outcome:success`),
      counted('failed', 'Failed sign-ins', `${SIGN_IN} AND event.outcome:failure`, { alarming: true }),
      counted(
        'without-mfa',
        'Without second factor',
        `${SIGN_IN} AND event.outcome:success AND aws.cloudtrail.console_login.additional_eventdata.mfa_used:false`,
        { alarming: true },
      ),
      counted('root', 'Calls by root', 'aws.cloudtrail.user_identity.type:Root', { alarming: true }),
    ),
    row(
      14,
      timeBars('sign-ins-over-time', 'Console sign-ins', {
        query: SIGN_IN,
        split: { field: 'event.outcome', label: 'Outcome' },
        colors: OUTCOME_COLORS,
      }),
      table(
        'failed-by-user',
        'Who failed to sign in, from where',
        [
          ['user.name', 'User'],
          ['source.ip', 'Address'],
        ],
        { query: `${SIGN_IN} AND event.outcome:failure` },
      ),
    ),
    row(
      14,
      timeBars('iam-changes', 'Changes of users, keys and policies', {
        query: IAM_CHANGE,
        split: { field: 'event.action', label: 'Call', size: 8 },
      }),
      table(
        'iam-changes-by-user',
        'Who made them',
        [
          ['user.name', 'User'],
          ['event.action', 'Call'],
          ['event.outcome', 'Outcome', 120],
        ],
        { query: IAM_CHANGE },
      ),
    ),
    row(
      14,
      ring('mfa', 'Second factor at sign-in', 'aws.cloudtrail.console_login.additional_eventdata.mfa_used', {
        query: SIGN_IN,
        colors: { true: '#54B399', false: '#E7664C' },
      }),
      topBars('roles', 'Roles taken', 'aws.cloudtrail.target_id', {
        query: 'event.action:(AssumeRole OR AssumeRoleWithSAML OR AssumeRoleWithWebIdentity)',
      }),
      table(
        'denied',
        'Users whose calls were denied',
        [
          ['user.name', 'User'],
          ['event.action', 'Call'],
        ],
        { query: 'event.type:denied' },
      ),
    ),
    row(
      16,
      savedSearch(
        'latest',
        'Latest sign-ins and changes',
        [
          'user.name',
          'event.action',
          'event.outcome',
          'source.ip',
          'aws.cloudtrail.target_id',
          'cloud.account.id',
        ],
        `${SIGN_IN} OR (${IAM_CHANGE})`,
      ),
    ),
  ],
};

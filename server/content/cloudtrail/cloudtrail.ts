import { unique } from '../build/aggs';
import { ring, timeBars, topBars } from '../build/chart';
import { IDENTITY_COLORS, OUTCOME_COLORS, SERVICE_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

/** Who called which API of AWS, from where, and what was refused. */
export const cloudtrail: DashboardParts = {
  id: 'cloudtrail',
  title: 'AWS SIEM CloudTrail',
  label: 'CloudTrail',
  description: 'API calls by service, user and address; what changed and what was refused.',
  query: 'type:cloudtrail',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['cloud.account.id', 'Account'],
        ['cloud.region', 'Region'],
        ['event.provider', 'Service'],
      ]),
    ),
    row(
      5,
      counted('calls', 'API calls'),
      counted('changes', 'Changes', 'aws.cloudtrail.read_only:false'),
      counted('failures', 'Failed', 'event.outcome:failure'),
      metric('users', 'Users', unique('user.name', 'Users')),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'API calls over time by service', {
          split: { field: 'event.provider', label: 'Service', size: 8 },
          colors: SERVICE_COLORS,
        }),
      ),
      ring('identities', 'Kinds of identities', 'aws.cloudtrail.user_identity.type', {
        colors: IDENTITY_COLORS,
      }),
    ),
    row(
      14,
      timeBars('failures-over-time', 'Failed calls', {
        query: 'event.outcome:failure',
        split: { field: 'event.action', label: 'Call' },
      }),
      table(
        'errors',
        'Why calls failed',
        [
          ['error.code', 'Error'],
          ['event.action', 'Call'],
          ['user.name', 'User'],
        ],
        { query: 'event.outcome:failure' },
      ),
    ),
    row(
      14,
      table(
        'changes-by-user',
        'Who changed what',
        [
          ['user.name', 'User'],
          ['event.action', 'Call'],
        ],
        { query: 'aws.cloudtrail.read_only:false', size: 30 },
      ),
      wide(
        14,
        topBars('addresses', 'Addresses', 'source.ip', {
          split: { field: 'event.outcome', label: 'Outcome' },
          colors: OUTCOME_COLORS,
        }),
      ),
      wide(12, topBars('regions', 'Regions', 'cloud.region')),
    ),
    row(
      14,
      table(
        'exposures',
        'Granted to the public or to other accounts',
        [
          ['event.action', 'Call'],
          ['user.name', 'User'],
          ['aws.cloudtrail.target_id', 'Target'],
        ],
        {
          query:
            'siem.derived.public_exposure:true OR siem.derived.cross_account:true OR _exists_:siem.derived.shared_account OR _exists_:siem.derived.sg_public_ports',
        },
      ),
      table('agents', 'User agents', [['user_agent.original', 'User agent']], {}),
    ),
    row(
      16,
      savedSearch(
        'latest-changes',
        'Latest changes',
        ['user.name', 'event.action', 'event.provider', 'event.outcome', 'source.ip', 'cloud.account.id'],
        'aws.cloudtrail.read_only:false',
      ),
    ),
  ],
};

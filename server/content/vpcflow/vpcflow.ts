import { sum, unique } from '../build/aggs';
import { ring, timeAreas, timeBars, topBars } from '../build/chart';
import { DIRECTION_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { table } from '../build/table';

const ACTIONS = { accept: '#54B399', reject: '#E7664C' };

/** Who talks to whom in the VPCs, how much, and what was rejected. */
export const vpcflow: DashboardParts = {
  id: 'vpcflow',
  title: 'AWS SIEM VPC Flow',
  label: 'VPC Flow',
  description: 'Connections accepted and rejected, bytes by direction, ports and addresses.',
  query: 'type:vpcflow',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['cloud.account.id', 'Account'],
        ['network.direction', 'Direction'],
        ['destination.port', 'Port'],
      ]),
    ),
    row(
      5,
      counted('flows', 'Flows'),
      counted('rejected', 'Rejected', 'event.action:reject'),
      metric('bytes', 'Bytes', sum('network.bytes', 'Bytes')),
      metric('sources', 'Sources', unique('source.ip', 'Sources')),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'Flows over time by action', {
          split: { field: 'event.action', label: 'Action' },
          colors: ACTIONS,
        }),
      ),
      ring('directions', 'Directions', 'network.direction', { colors: DIRECTION_COLORS }),
    ),
    row(
      12,
      timeAreas('bytes-over-time', 'Bytes over time by direction', {
        metric: sum('network.bytes', 'Bytes'),
        split: { field: 'network.direction', label: 'Direction' },
        colors: DIRECTION_COLORS,
      }),
      topBars('rejected-ports', 'Ports of rejected connections', 'destination.port', {
        query: 'event.action:reject',
        size: 12,
      }),
    ),
    row(
      14,
      table(
        'pairs',
        'Sources and destinations',
        [
          ['source.ip', 'Source'],
          ['destination.ip', 'Destination'],
        ],
        { size: 50, metrics: [sum('network.bytes', 'Bytes')] },
      ),
      table('rejected-pairs', 'Sources rejected most', [['source.ip', 'Source']], {
        query: 'event.action:reject',
        size: 50,
        metrics: [unique('destination.ip', 'Destinations'), unique('destination.port', 'Ports')],
      }),
    ),
    row(
      12,
      topBars('talkers', 'Destinations by bytes', 'destination.ip', {
        metric: sum('network.bytes', 'Bytes'),
      }),
      topBars('ports', 'Ports by flows', 'destination.port', {
        split: { field: 'event.action', label: 'Action' },
        colors: ACTIONS,
      }),
      topBars('interfaces', 'Network interfaces', 'aws.vpcflow.interface_id', {
        split: { field: 'event.action', label: 'Action' },
        colors: ACTIONS,
      }),
    ),
    row(
      16,
      savedSearch(
        'latest-rejected',
        'Latest rejected connections',
        [
          'source.ip',
          'destination.ip',
          'destination.port',
          'network.transport',
          'network.direction',
          'aws.vpcflow.interface_id',
        ],
        'event.action:reject',
      ),
    ),
  ],
};

import { sum, unique } from '../build/aggs';
import { ring, timeAreas, timeBars, topBars } from '../build/chart';
import { OUTCOME_COLORS } from '../build/colors';
import { controls } from '../build/controls';
import { row, type DashboardParts } from '../build/dashboard';
import { counted, metric } from '../build/metric';
import { wide } from '../build/panel';
import { savedSearch } from '../build/saved_search';
import { statusBars } from '../build/status_classes';
import { table } from '../build/table';

const OPERATION_COLORS = {
  'REST.GET.OBJECT': '#6092C0',
  'REST.PUT.OBJECT': '#54B399',
  'REST.HEAD.OBJECT': '#9170B8',
  'REST.GET.BUCKET': '#D6BF57',
  'REST.DELETE.OBJECT': '#E7664C',
};

/** A line without requester is of someone who did not sign in. */
const ANONYMOUS = 'aws.s3access.requester:"-" OR (*:* NOT _exists_:aws.s3access.requester)';

/** Who reads, writes and deletes which objects of which buckets. */
export const s3access: DashboardParts = {
  id: 's3access',
  title: 'AWS SIEM S3 access',
  label: 'S3 access',
  description: 'Reads, writes and deletions by bucket and requester, requests without sign-in, bytes sent.',
  query: 'type:s3access',
  rows: [
    row(
      4,
      controls('filter', 'Filter', [
        ['aws.s3access.bucket', 'Bucket'],
        ['event.action', 'Operation'],
      ]),
    ),
    row(
      5,
      counted('requests', 'Requests'),
      counted('anonymous', 'Without sign-in', ANONYMOUS),
      counted('denied', 'Refused (403)', 'http.response.status_code:403'),
      counted('failed', 'Failed', 'event.outcome:failure'),
      counted(
        'deletions',
        'Deletions',
        'event.action:(REST.DELETE.OBJECT OR REST.POST.MULTI_OBJECT_DELETE OR BATCH.DELETE.OBJECT)',
      ),
      metric('bytes', 'Bytes sent', sum('aws.s3access.bytes_sent', 'Bytes sent')),
    ),
    row(
      12,
      wide(
        32,
        timeBars('over-time', 'Requests over time by operation', {
          split: { field: 'event.action', label: 'Operation' },
          colors: OPERATION_COLORS,
        }),
      ),
      ring('buckets', 'Buckets', 'aws.s3access.bucket'),
    ),
    row(
      12,
      timeAreas('bytes-over-time', 'Bytes sent by bucket', {
        metric: sum('aws.s3access.bytes_sent', 'Bytes'),
        split: { field: 'aws.s3access.bucket', label: 'Bucket' },
      }),
      statusBars('statuses', 'Answers over time'),
    ),
    row(
      14,
      table(
        'requesters',
        'Requesters',
        [
          ['user.name', 'User'],
          ['event.action', 'Operation'],
        ],
        { metrics: [sum('aws.s3access.bytes_sent', 'Bytes')] },
      ),
      table(
        'anonymous-readers',
        'Addresses without sign-in',
        [
          ['source.ip', 'Address'],
          ['aws.s3access.bucket', 'Bucket'],
        ],
        { query: ANONYMOUS, size: 50, metrics: [unique('aws.s3access.key', 'Objects')] },
      ),
    ),
    row(
      14,
      topBars('addresses', 'Addresses', 'source.ip', {
        split: { field: 'event.outcome', label: 'Outcome' },
        colors: OUTCOME_COLORS,
      }),
      table('keys', 'Objects', [['aws.s3access.key', 'Key']], {
        metrics: [unique('source.ip', 'Addresses')],
      }),
      table('errors', 'Errors', [
        ['aws.s3access.error_code', 'Error'],
        ['aws.s3access.bucket', 'Bucket'],
      ]),
    ),
    row(
      16,
      savedSearch('latest', 'Latest requests', [
        'source.ip',
        'user.name',
        'event.action',
        'aws.s3access.bucket',
        'aws.s3access.key',
        'http.response.status_code',
      ]),
    ),
  ],
};

import type { Flow, OverviewResponse, Talker } from '../../../common/overview';
import { LOGS_PATTERN } from '../../../common/plugin';
import type { Clause } from '../detect/clauses';
import type { SearchAnswer, SearchRequest } from '../ports';
import { aggregationsOf, bucketsOf, filterBucket, keysOf, keyText, metricOf } from './buckets';
import { barsOf, beforePeriod, duringPeriod, type Period } from './period';

const FLOW_ROWS = 20;
const TALKERS = 10;
const TYPES = { terms: { field: 'type', size: 100 } };

/** Addresses of networks' insides, of machines themselves, and between providers and their customers. */
const INSIDE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '127.0.0.0/8',
  '100.64.0.0/10',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];

const search = (index: string, filter: Clause[], aggs: object, mustNot: Clause[] = []): SearchRequest => ({
  index,
  body: { size: 0, query: { bool: { filter, must_not: mustNot } }, aggs },
});

/** How many events there were when, by log type. */
export function histogramRequest(events: Clause, period: Period): SearchRequest {
  return search(LOGS_PATTERN, [duringPeriod(period), events], {
    bars: barsOf(period, { types: TYPES }),
  });
}

export function readHistogram(answer: SearchAnswer): OverviewResponse['histogram']['points'] {
  return bucketsOf(aggregationsOf(answer), 'bars').flatMap((bar) =>
    bucketsOf(bar, 'types').map((type) => ({
      at: Number(bar.key),
      type: keyText(type),
      count: type.doc_count,
    })),
  );
}

/** How many events of each log type the period before had. */
export function beforeRequest(events: Clause, period: Period): SearchRequest {
  return search(LOGS_PATTERN, [beforePeriod(period), events], { types: TYPES });
}

export function readCounts(answer: SearchAnswer): Map<string, number> {
  return new Map(
    bucketsOf(aggregationsOf(answer), 'types').map((bucket) => [keyText(bucket), bucket.doc_count]),
  );
}

/** Who from outside sends most. */
export function talkersRequest(events: Clause, period: Period): SearchRequest {
  const first = (field: string, size = 1) => ({ terms: { field, size } });
  return search(
    LOGS_PATTERN,
    [duringPeriod(period), events],
    {
      rows: {
        terms: { field: 'source.ip', size: TALKERS },
        aggs: {
          country: first('source.geo.country_iso_code'),
          network: first('source.as.organization.name'),
          feeds: first('threat.feed.name', 3),
          types: first('type', 5),
        },
      },
    },
    [{ terms: { 'source.ip': INSIDE } }],
  );
}

export function readTalkers(answer: SearchAnswer): Talker[] {
  return bucketsOf(aggregationsOf(answer), 'rows').map((bucket) => {
    const [country] = keysOf(bucket, 'country');
    const [network] = keysOf(bucket, 'network');
    return {
      ip: keyText(bucket),
      count: bucket.doc_count,
      ...(country !== undefined && { country }),
      ...(network !== undefined && { network }),
      feeds: keysOf(bucket, 'feeds'),
      types: keysOf(bucket, 'types'),
    };
  });
}

/** Who talked to whom in the VPCs. */
export function flowsRequest(events: Clause, period: Period): SearchRequest {
  return search('siem-logs-vpcflow-*', [duringPeriod(period), events], {
    pairs: {
      multi_terms: { terms: [{ field: 'source.ip' }, { field: 'destination.ip' }], size: FLOW_ROWS },
      aggs: {
        bytes: { sum: { field: 'network.bytes' } },
        accepted: { filter: { term: { 'event.action': 'accept' } } },
        rejected: { filter: { term: { 'event.action': 'reject' } } },
      },
    },
  });
}

export function readFlows(answer: SearchAnswer): Flow[] {
  return bucketsOf(aggregationsOf(answer), 'pairs').map((bucket) => {
    const [source, destination] = bucket.key as [string, string];
    return {
      source,
      destination,
      flows: bucket.doc_count,
      bytes: metricOf(bucket, 'bytes') ?? 0,
      accepted: filterBucket(bucket, 'accepted').doc_count,
      rejected: filterBucket(bucket, 'rejected').doc_count,
    };
  });
}

import type { OverviewBody, OverviewResponse } from '../../../common/api';
import type { AlertDocument } from '../../../common/alert';
import { ALERTS_PATTERN, LOGS_PATTERN } from '../../../common/plugin';
import { MERGED } from '../alerts/list_alerts';
import { SiemError } from '../errors';
import type { Search, SearchAnswer, SearchRequest } from '../ports';

const FLOW_ROWS = 20;
const ALERT_ROWS = 50;
const TARGET_POINTS = 60;

/** Widths a histogram may have, in milliseconds: those people read a clock by. */
const STEPS = [1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 43_200, 86_400, 604_800, 2_592_000].map(
  (s) => s * 1_000,
);

type Attention = OverviewResponse['attention'];

interface Parts {
  search: Search;
  logTypes: ReadonlyArray<{ id: string; title: string }>;
  attention(): Promise<{ items: Attention; sources: ReadonlyArray<{ logType: string }> }>;
}

/** All the overview shows for a period, by one `_msearch`: the page asks once a refresh. */
export async function readOverview(
  parts: Parts,
  body: OverviewBody,
  signal?: AbortSignal,
): Promise<OverviewResponse> {
  const from = Date.parse(body.from);
  const to = Date.parse(body.to);
  if (!(from < to))
    throw new SiemError('invalid_input', 'The period ends before it begins: choose a later end.');
  const intervalMs = histogramInterval(from, to);
  const [answers, attention] = await Promise.all([
    parts.search.msearch(requestsFor(body.query, from, to, intervalMs), signal),
    parts.attention(),
  ]);
  const [events, before, flows, alerts] = answers.map(orThrow) as [
    SearchAnswer,
    SearchAnswer,
    SearchAnswer,
    SearchAnswer,
  ];

  const counts = countsByType(events);
  const countsBefore = countsByType(before);
  return {
    took: Math.max(events.took, before.took, flows.took, alerts.took),
    types: shownTypes(parts.logTypes, counts, countsBefore, attention.sources),
    histogram: { intervalMs, points: histogramPoints(events) },
    flows: flowRows(flows),
    alerts: {
      total: alerts.hits.total,
      bySeverity: Object.fromEntries(
        buckets(alerts, 'severity').map(({ key, doc_count }) => [key, doc_count]),
      ),
      items: alerts.hits.hits.map((hit) => hit._source as AlertDocument),
    },
    attention: attention.items,
    sources: attention.sources.length,
  };
}

/** The log types that somebody uses, in the order of the registry: those with a source, or with events of one that is gone. */
export function shownTypes(
  logTypes: Parts['logTypes'],
  counts: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  sources: ReadonlyArray<{ logType: string }>,
): OverviewResponse['types'] {
  const used = new Set([...counts.keys(), ...before.keys(), ...sources.map(({ logType }) => logType)]);
  return logTypes
    .filter(({ id }) => used.has(id))
    .map(({ id, title }) => ({
      type: id,
      title,
      count: counts.get(id) ?? 0,
      before: before.get(id) ?? 0,
    }));
}

/** The smallest width that makes at most about sixty bars of the period. */
export function histogramInterval(from: number, to: number): number {
  return STEPS.find((step) => (to - from) / step <= TARGET_POINTS) ?? (STEPS[STEPS.length - 1] as number);
}

function requestsFor(query: string, from: number, to: number, intervalMs: number): SearchRequest[] {
  const types = { terms: { field: 'type', size: 100 } };
  return [
    {
      index: LOGS_PATTERN,
      body: {
        size: 0,
        query: filterOf(query, from, to),
        aggs: {
          types,
          histogram: {
            date_histogram: { field: '@timestamp', fixed_interval: `${intervalMs}ms`, min_doc_count: 1 },
            aggs: { types },
          },
        },
      },
    },
    {
      index: LOGS_PATTERN,
      body: { size: 0, query: filterOf(query, from - (to - from), from), aggs: { types } },
    },
    {
      index: LOGS_PATTERN,
      body: {
        size: 0,
        query: filterOf(query, from, to, { term: { type: 'vpcflow' } }),
        aggs: {
          pairs: {
            multi_terms: { terms: [{ field: 'source.ip' }, { field: 'destination.ip' }], size: FLOW_ROWS },
            aggs: {
              bytes: { sum: { field: 'network.bytes' } },
              accepted: { filter: { term: { 'aws.vpcflow.action': 'ACCEPT' } } },
              rejected: { filter: { term: { 'aws.vpcflow.action': 'REJECT' } } },
            },
          },
        },
      },
    },
    {
      index: ALERTS_PATTERN,
      body: {
        size: ALERT_ROWS,
        track_total_hits: true,
        query: filterOf('', from, to, { exists: { field: 'alert.id' } }, { bool: { must_not: [MERGED] } }),
        sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
        aggs: { severity: { terms: { field: 'alert.severity' } } },
      },
    },
  ];
}

function filterOf(query: string, from: number, to: number, ...more: object[]): object {
  const filter: object[] = [
    { range: { '@timestamp': { gte: from, lt: to, format: 'epoch_millis' } } },
    ...more,
  ];
  if (query.trim() !== '') filter.push({ query_string: { query, analyze_wildcard: true } });
  return { bool: { filter } };
}

interface Bucket {
  key: string;
  doc_count: number;
  [aggregation: string]: unknown;
}

function buckets(answer: { aggregations?: Record<string, unknown> }, name: string): Bucket[] {
  return (answer.aggregations?.[name] as { buckets?: Bucket[] } | undefined)?.buckets ?? [];
}

function countsByType(answer: SearchAnswer): Map<string, number> {
  return new Map(buckets(answer, 'types').map(({ key, doc_count }) => [key, doc_count]));
}

function histogramPoints(answer: SearchAnswer): OverviewResponse['histogram']['points'] {
  return buckets(answer, 'histogram').flatMap((bar) =>
    buckets({ aggregations: bar }, 'types').map(({ key, doc_count }) => ({
      at: Number(bar.key),
      type: key,
      count: doc_count,
    })),
  );
}

function flowRows(answer: SearchAnswer): OverviewResponse['flows'] {
  return buckets(answer, 'pairs').map((bucket) => {
    const [source, destination] = bucket.key as unknown as [string, string];
    return {
      source,
      destination,
      flows: bucket.doc_count,
      bytes: (bucket.bytes as { value: number }).value,
      accepted: (bucket.accepted as Bucket).doc_count,
      rejected: (bucket.rejected as Bucket).doc_count,
    };
  });
}

function orThrow(answer: SearchAnswer | Error): SearchAnswer {
  if (answer instanceof Error) throw answer;
  return answer;
}

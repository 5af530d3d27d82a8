import { type EntityKind, entityQuery } from '../../../common/entity';
import { type AddressFacts, type ExploreResponse, RELATED_FIELDS } from '../../../common/explore';
import { LOGS_PATTERN } from '../../../common/plugin';
import { SIGNAL_IDS, signalQuery } from '../../../common/signal';
import { aggregationsOf, bucketsOf, filterBucket, keysOf, keyText, metricOf } from '../overview/buckets';
import { luceneClause } from '../overview/event_query';
import { barsOf, beforePeriod, duringPeriod, type Period } from '../overview/period';
import type { SearchAnswer, SearchRequest } from '../ports';

const VALUES = 10;
const EVENTS = 25;

export interface Entity {
  kind: EntityKind;
  value: string;
}

/** When the entity was seen at all, and how often just before the period. */
export function lifeRequest({ kind, value }: Entity, period: Period): SearchRequest {
  const time = { field: '@timestamp' };
  return {
    index: LOGS_PATTERN,
    body: {
      size: 0,
      query: { bool: { filter: [luceneClause(entityQuery(kind, value))] } },
      aggs: { first: { min: time }, last: { max: time }, before: { filter: beforePeriod(period) } },
    },
  };
}

export function readLife(answer: SearchAnswer): Pick<ExploreResponse, 'firstSeen' | 'lastSeen' | 'before'> {
  const aggregations = aggregationsOf(answer);
  const first = metricOf(aggregations, 'first');
  const last = metricOf(aggregations, 'last');
  return {
    ...(first !== undefined && { firstSeen: new Date(first).toISOString() }),
    ...(last !== undefined && { lastSeen: new Date(last).toISOString() }),
    before: filterBucket(aggregations, 'before').doc_count,
  };
}

/** The entity's events of the period: when, what they name, and the newest as they are. */
export function eventsRequest({ kind, value }: Entity, period: Period): SearchRequest {
  const related = RELATED_FIELDS[kind].map((field) => [
    `related:${field}`,
    { terms: { field, size: VALUES }, aggs: { last: { max: { field: '@timestamp' } } } },
  ]);
  const signals = SIGNAL_IDS.map((id) => [id, luceneClause(signalQuery(id))]);
  return {
    index: LOGS_PATTERN,
    body: {
      size: EVENTS,
      track_total_hits: true,
      query: { bool: { filter: [duringPeriod(period), luceneClause(entityQuery(kind, value))] } },
      sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
      _source: { excludes: ['event.original'] },
      aggs: {
        bars: barsOf(period, { types: { terms: { field: 'type', size: 100 } } }),
        signals: { filters: { filters: Object.fromEntries(signals) } },
        ...Object.fromEntries(related),
        ...(kind === 'ip' && {
          source: sideAggregation('source', value),
          destination: sideAggregation('destination', value),
        }),
      },
    },
  };
}

/** What enrichment says of the side of the events that has the address. */
function sideAggregation(side: string, ip: string): object {
  const first = (field: string) => ({ terms: { field, size: 3 } });
  return {
    filter: { term: { [`${side}.ip`]: ip } },
    aggs: {
      countries: first(`${side}.geo.country_iso_code`),
      cities: first(`${side}.geo.city_name`),
      networks: first(`${side}.as.organization.name`),
      feeds: {
        filter: { term: { 'threat.indicator.ip': ip } },
        aggs: { names: { terms: { field: 'threat.feed.name', size: 10 } } },
      },
    },
  };
}

type EventPart = Pick<ExploreResponse, 'count' | 'signals' | 'related' | 'facts' | 'events'>;

export function readEvents({ kind, value }: Entity, answer: SearchAnswer): EventPart {
  const aggregations = aggregationsOf(answer);
  const signals = (aggregations.signals as { buckets?: Record<string, { doc_count: number }> } | undefined)
    ?.buckets;
  return {
    count: answer.hits.total,
    signals: SIGNAL_IDS.map((id) => ({ id, count: signals?.[id]?.doc_count ?? 0 })).filter(
      ({ count }) => count > 0,
    ),
    related: RELATED_FIELDS[kind]
      .map((field) => ({
        field,
        values: bucketsOf(aggregations, `related:${field}`)
          .map((bucket) => ({
            value: keyText(bucket),
            count: bucket.doc_count,
            last: new Date(metricOf(bucket, 'last') ?? 0).toISOString(),
          }))
          .filter((row) => row.value !== value),
      }))
      .filter(({ values }) => values.length > 0),
    ...(kind === 'ip' && { facts: readFacts(answer) }),
    events: answer.hits.hits.map(({ _source }) => _source),
  };
}

function readFacts(answer: SearchAnswer): AddressFacts {
  const sides = ['source', 'destination'].map((side) => filterBucket(aggregationsOf(answer), side));
  const all = (name: string) => [...new Set(sides.flatMap((side) => keysOf(side, name)))];
  return {
    countries: all('countries'),
    cities: all('cities'),
    networks: all('networks'),
    feeds: [...new Set(sides.flatMap((side) => keysOf(filterBucket(side, 'feeds'), 'names')))],
  };
}

import type { AlertDocument } from '../../../common/alert';
import { type EntityKind, isEntity } from '../../../common/entity';
import type { ExploreBody, ExploreResponse } from '../../../common/explore';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { MERGED } from '../alerts/list_alerts';
import { SiemError } from '../errors';
import { readHistogram } from '../overview/event_searches';
import { duringPeriod, type Period, periodOf } from '../overview/period';
import type { Search, SearchAnswer, SearchRequest } from '../ports';
import { type Entity, eventsRequest, lifeRequest, readEvents, readLife } from './entity_search';

const ALERTS = 20;

/** Where alerts keep copies of their group's values, besides the list of them. */
const ALERT_FIELDS: Partial<Record<EntityKind, readonly string[]>> = {
  ip: ['source.ip', 'destination.ip', 'client.ip'],
  user: ['user.name'],
  account: ['cloud.account.id'],
};

interface Parts {
  search: Search;
  logTypes: ReadonlyArray<{ id: string; title: string }>;
}

/** All that is known of an entity in a period, by one `_msearch`. Fails with `invalid_input` for an address that is none. */
export async function readExplore(
  { search, logTypes }: Parts,
  body: ExploreBody,
  signal?: AbortSignal,
): Promise<ExploreResponse> {
  const { kind, value } = body;
  if (!isEntity(kind, value)) {
    throw new SiemError('invalid_input', `${value} is no IP address. Look for one such as 203.0.113.7.`);
  }
  const period = periodOf(body);
  const entity = { kind, value };
  const answers = await search.msearch(
    [eventsRequest(entity, period), lifeRequest(entity, period), alertsRequest(entity, period)],
    signal,
  );
  const failed = answers.find((answer): answer is Error => answer instanceof Error);
  if (failed) throw failed;
  const [events, life, alerts] = answers as [SearchAnswer, SearchAnswer, SearchAnswer];
  const points = readHistogram(events);
  return {
    took: Math.max(events.took, life.took, alerts.took),
    ...readLife(life),
    types: typesOf(points, logTypes),
    histogram: { intervalMs: period.intervalMs, points },
    ...readEvents(entity, events),
    alerts: { total: alerts.hits.total, items: alerts.hits.hits.map((hit) => hit._source as AlertDocument) },
  };
}

function typesOf(points: ExploreResponse['histogram']['points'], logTypes: Parts['logTypes']) {
  const counts = new Map<string, number>();
  for (const { type, count } of points) counts.set(type, (counts.get(type) ?? 0) + count);
  return [...counts]
    .map(([type, count]) => ({ type, title: logTypes.find(({ id }) => id === type)?.title ?? type, count }))
    .sort((a, b) => b.count - a.count);
}

/** Alerts whose group names the entity. */
function alertsRequest({ kind, value }: Entity, period: Period): SearchRequest {
  const named = ['alert.group.values', ...(ALERT_FIELDS[kind] ?? [])].map((field) => ({
    term: { [field]: value },
  }));
  return {
    index: ALERTS_PATTERN,
    body: {
      size: ALERTS,
      track_total_hits: true,
      query: {
        bool: {
          filter: [duringPeriod(period), { exists: { field: 'alert.id' } }],
          should: named,
          minimum_should_match: 1,
          must_not: [MERGED],
        },
      },
      sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'date' } }],
    },
  };
}

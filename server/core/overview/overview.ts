import type { OverviewBody, OverviewResponse, SourceState } from '../../../common/overview';
import { SIGNAL_IDS } from '../../../common/signal';
import type { Search, SearchAnswer } from '../ports';
import { alertsRequest, readAlerts } from './alert_search';
import { compileEventQuery, type EventQueryParts } from './event_query';
import {
  beforeRequest,
  flowsRequest,
  histogramRequest,
  readCounts,
  readFlows,
  readHistogram,
  readTalkers,
  talkersRequest,
} from './event_searches';
import { periodOf } from './period';
import { readSignal, signalRequest } from './signal_search';

interface Parts extends EventQueryParts {
  search: Search;
  logTypes: ReadonlyArray<{ id: string; title: string }>;
  attention(): Promise<{ items: OverviewResponse['attention']; sources: SourceState[] }>;
}

/** All the overview shows for a period, by one `_msearch`: the page asks once a refresh. */
export async function readOverview(
  parts: Parts,
  body: OverviewBody,
  signal?: AbortSignal,
): Promise<OverviewResponse> {
  const period = periodOf(body);
  const asked = await compileEventQuery(body, parts);
  // What takes longest goes first.
  const requests = [
    histogramRequest(asked, period),
    flowsRequest(asked, period),
    talkersRequest(asked, period),
    beforeRequest(asked, period),
    alertsRequest(period),
    ...SIGNAL_IDS.map((id) => signalRequest(id, asked, period)),
  ];
  const [answers, { items, sources }] = await Promise.all([
    parts.search.msearch(requests, signal).then((all) => all.map(orThrow)),
    parts.attention(),
  ]);
  const [events, flows, talkers, before, alerts, ...signals] = answers as [
    SearchAnswer,
    SearchAnswer,
    SearchAnswer,
    SearchAnswer,
    SearchAnswer,
    ...SearchAnswer[],
  ];
  const points = readHistogram(events);
  return {
    took: Math.max(...answers.map(({ took }) => took)),
    types: shownTypes(parts.logTypes, totalsOf(points), readCounts(before), sources),
    histogram: { intervalMs: period.intervalMs, points },
    signals: signals.map((answer, index) =>
      readSignal(SIGNAL_IDS[index] as (typeof SIGNAL_IDS)[number], answer, period),
    ),
    talkers: readTalkers(talkers),
    flows: readFlows(flows),
    alerts: readAlerts(alerts),
    attention: items,
    sources,
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

function totalsOf(points: OverviewResponse['histogram']['points']): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { type, count } of points) totals.set(type, (totals.get(type) ?? 0) + count);
  return totals;
}

function orThrow(answer: SearchAnswer | Error): SearchAnswer {
  if (answer instanceof Error) throw answer;
  return answer;
}

import { setTimeout as sleep } from 'timers/promises';
import { type AlertsResponse, type OverviewResponse, PATHS } from '../../common/api';
import type { HttpSink } from '../embedded/http_sink';
import type { MailPage } from '../embedded/mail_page';
import { PREFIXES } from '../../server/core/sample_data/generator/log_object';
import type { SiemApi } from './siem_api';

/** How far the demo has come. */
export interface Arrivals {
  /** Events of the last 25 hours by log type. */
  events: Record<string, number>;
  alerts: number;
  mails: number;
  webhookCalls: number;
}

const HOUR_MS = 3_600_000;

/** What the overview, the alert history, the mailbox and the webhook's receiver hold now. */
export async function readArrivals(
  api: SiemApi,
  mail: Pick<MailPage, 'subjects'>,
  sink: Pick<HttpSink, 'calls'>,
): Promise<Arrivals> {
  const to = Date.now() + HOUR_MS;
  const period = { from: new Date(to - 26 * HOUR_MS).toISOString(), to: new Date(to).toISOString() };
  const overview = await api.post<OverviewResponse>(PATHS.overview, { ...period, query: '' });
  const alerts = await api.get<AlertsResponse>(`${PATHS.alerts}?size=1`);
  return {
    events: Object.fromEntries(overview.types.map(({ type, count }) => [type, count])),
    alerts: alerts.total,
    mails: (await mail.subjects()).length,
    webhookCalls: sink.calls().length,
  };
}

/** What has not arrived yet, in words; empty when all is there. */
export function missing(arrivals: Arrivals): string[] {
  const types = Object.keys(PREFIXES).filter((type) => !arrivals.events[type]);
  return [
    ...types.map((type) => `events of ${type}`),
    ...(arrivals.alerts ? [] : ['an alert']),
    ...(arrivals.mails ? [] : ['a mail']),
    ...(arrivals.webhookCalls ? [] : ['a webhook call']),
  ];
}

export interface Left {
  missing: string[];
  words: string;
}

/** Looks every second until nothing is missing or `seconds` have passed. */
export async function awaitArrivals(read: () => Promise<Arrivals>, seconds: number): Promise<Left> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const arrivals = await read();
    const left = missing(arrivals);
    const words =
      left.length === 0 ? `all there, ${JSON.stringify(arrivals)}` : `still missing ${left.join(', ')}`;
    if (left.length === 0 || Date.now() > deadline) return { missing: left, words };
    await sleep(1_000);
  }
}

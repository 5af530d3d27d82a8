import { createHash } from 'crypto';
import type { AlertDocument } from '../../../common/alert';
import { RISK_SCORES } from '../../../common/rule';
import type { RunnableRule } from '../manage/rules';
import type { Episode, OpenAlert } from './episodes';
import { ecsCopies, groupFilters, groupKey } from './group';
import type { AlertWrite } from './ports';
import type { Finding } from './rule_type';
import { addWindows } from './window_counts';

export const ALERT_INDEX_PREFIX = 'siem-alerts-';

/** What an episode does to the stored alerts: the one that is made or grows first, then those merged into it. */
export function alertWrites(
  rule: RunnableRule,
  episode: Episode,
  length: number,
  epoch: number,
): AlertWrite[] {
  const grown = growth(rule, episode, length, epoch);
  const merged = episode.merged.map((alert): AlertWrite => ({
    id: alert.id,
    index: alert.index,
    epoch,
    whenNew: alert.document,
    top: {},
    alert: { epoch, merged_into: grown.id },
  }));
  return [grown, ...merged];
}

function growth(
  rule: RunnableRule,
  { findings, oldest, merged }: Episode,
  length: number,
  epoch: number,
): AlertWrite {
  const known = [...(oldest ? [oldest] : []), ...merged].map(({ document }) => document.alert);
  const first = earliest(findings);
  const peak = findings.reduce((a, b) => (b.value > a.value ? b : a));
  const value = Math.max(peak.value, ...known.map((alert) => alert.value));
  const reason = known.find((alert) => alert.value === value)?.reason ?? peak.reason;
  const firstSeen = Math.min(
    ...findings.map((f) => f.firstSeen),
    ...known.map((a) => Date.parse(a.first_seen)),
  );
  const lastSeen = Math.max(...findings.map((f) => f.lastSeen), ...known.map((a) => Date.parse(a.last_seen)));
  const froms = [...findings.map((f) => f.window.from), ...known.map((a) => Date.parse(a.query.from))];
  const tos = [...findings.map((f) => f.window.to), ...known.map((a) => Date.parse(a.query.to))];

  const alert = {
    rule: { version: rule.version },
    reason,
    value,
    limit: peak.limit,
    ...addWindows(known, findings, length),
    first_seen: iso(firstSeen),
    last_seen: iso(lastSeen),
    epoch,
    query: {
      index: rule.index.title,
      time_field: rule.index.timeField,
      lucene: rule.query,
      filters: JSON.stringify([...rule.filters, ...groupFilters(first.group)]),
      from: iso(Math.min(...froms)),
      to: iso(Math.max(...tos)),
    },
  };
  const top = { '@timestamp': iso(lastSeen), message: messageOf(rule, first, reason) };
  const place = oldest ?? newPlace(rule, first);
  return { ...place, epoch, top, alert, whenNew: wholeDocument(rule, first, place.id, top, alert) };
}

function wholeDocument(
  rule: RunnableRule,
  { group }: Finding,
  id: string,
  top: { '@timestamp': string; message: string },
  alert: Omit<AlertDocument['alert'], 'id' | 'type' | 'severity' | 'risk_score' | 'status' | 'group'>,
): AlertDocument {
  return {
    ...ecsCopies(group),
    ...top,
    event: { kind: 'signal', module: 'aws_siem' },
    rule: { id: rule.id, name: rule.name },
    alert: {
      ...alert,
      id,
      type: rule.type,
      severity: rule.severity,
      risk_score: RISK_SCORES[rule.severity],
      status: 'open',
      group: {
        key: groupKey(group),
        fields: group.map(({ field }) => field),
        values: group.map(({ value }) => (value === null ? '' : String(value))),
      },
    },
  };
}

/** Id and month follow from the first window that fired when the alert was made, and stay whatever late data brings. */
function newPlace(rule: RunnableRule, { group, window }: Finding): Pick<OpenAlert, 'id' | 'index'> {
  const identity = JSON.stringify([rule.id, groupKey(group), window.to]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return { id, index: ALERT_INDEX_PREFIX + iso(window.to).slice(0, 7).replace('-', '.') };
}

function messageOf(rule: RunnableRule, { group }: Finding, reason: string): string {
  const key = groupKey(group);
  return key ? `${rule.name}, ${key}: ${reason}` : `${rule.name}: ${reason}`;
}

function earliest(findings: readonly Finding[]): Finding {
  return findings.reduce((a, b) => (b.window.to < a.window.to ? b : a));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

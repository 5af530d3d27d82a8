import { createHash } from 'crypto';
import { isDeepStrictEqual } from 'util';
import type { AlertDocument } from '../../../common/alert';
import { RISK_SCORES } from '../../../common/rule';
import type { RunnableRule } from '../manage/rules';
import type { Episode, OpenAlert } from './episodes';
import { ecsCopies, groupFilters, groupKey } from './group';
import type { FoundWindow } from './found_window';
import type { AlertWrite } from './ports';
import { eventsQueryOf } from './rule_events';
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

/** Whether the alert is stored as `write` would leave it. */
export function isStored({ document }: OpenAlert, { whenNew }: AlertWrite): boolean {
  return whenNew === document;
}

/** Who wrote it last is no difference. */
function isPart<T extends object>(part: Partial<T>, whole: T): boolean {
  return (Object.keys(part) as Array<keyof T>).every(
    (key) => key === 'epoch' || isDeepStrictEqual(part[key], whole[key]),
  );
}

function growth(
  rule: RunnableRule,
  { findings, oldest, merged }: Episode,
  length: number,
  epoch: number,
): AlertWrite {
  const known = [...(oldest ? [oldest] : []), ...merged].map(({ document }) => document.alert);
  const first = earliest(findings);
  const { value, limit, reason } = [...known, ...findings].reduce((a, b) => (beyond(b) > beyond(a) ? b : a));
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
    limit,
    ...addWindows(known, findings, length),
    first_seen: iso(firstSeen),
    last_seen: iso(lastSeen),
    epoch,
    risk_score: riskScoreOf(rule, findings, known),
    ...marks(rule, findings, known),
    query: {
      index: rule.index.title,
      time_field: rule.index.timeField,
      ...eventsQueryOf(rule),
      filters: JSON.stringify([...rule.filters, ...groupFilters(first.group)]),
      from: iso(Math.min(...froms)),
      to: iso(Math.max(...tos)),
    },
  };
  const top = { '@timestamp': iso(lastSeen), message: messageOf(rule, first, reason) };
  const { id, index } = oldest ?? newPlace(rule, first);
  const stored = oldest?.document;
  const whenNew =
    stored && isPart(top, stored) && isPart(alert, stored.alert)
      ? stored
      : wholeDocument(rule, first, id, top, alert);
  return { id, index, epoch, top, alert, whenNew };
}

/** How far a value is on the wrong side of its limit, whichever side that is. */
function beyond({ value, limit }: { value: number; limit: number }): number {
  return Math.abs(value - limit);
}

function wholeDocument(
  rule: RunnableRule,
  { group }: FoundWindow,
  id: string,
  top: { '@timestamp': string; message: string },
  alert: Omit<AlertDocument['alert'], 'id' | 'type' | 'severity' | 'status' | 'group'>,
): AlertDocument {
  return {
    ...ecsCopies(group),
    ...top,
    event: { kind: 'signal', module: 'aws_siem' },
    rule: { id: rule.id, name: rule.name },
    ...(rule.tags?.length && { tags: rule.tags }),
    ...threatOf(rule),
    alert: {
      ...alert,
      id,
      type: rule.type,
      severity: rule.severity,
      status: 'open',
      group: {
        key: groupKey(group),
        fields: group.map(({ field }) => field),
        values: group.map(({ value }) => (value === null ? '' : String(value))),
      },
    },
  };
}

/** What is known of the events themselves goes before what the rule says of all. */
function riskScoreOf(
  rule: RunnableRule,
  findings: readonly FoundWindow[],
  known: ReadonlyArray<AlertDocument['alert']>,
): number {
  const scores = findings.flatMap(({ riskScore }) => riskScore ?? []);
  if (scores.length > 0) return Math.max(...scores, ...known.map(({ risk_score }) => risk_score));
  return known[0]?.risk_score ?? rule.riskScore ?? RISK_SCORES[rule.severity];
}

/** An alert keeps its marks only while all that it grows by has them too. */
function marks(
  rule: RunnableRule,
  findings: readonly FoundWindow[],
  known: ReadonlyArray<AlertDocument['alert']>,
): Pick<AlertDocument['alert'], 'backfill' | 'test'> {
  const backfill = findings.every((each) => each.backfill) && known.every((alert) => alert.backfill);
  const test = rule.testMode === true && known.every((alert) => alert.test);
  return {
    ...((backfill || known.some((alert) => alert.backfill)) && { backfill }),
    ...((test || known.some((alert) => alert.test)) && { test }),
  };
}

/** ECS `threat.*` of the rule's MITRE ATT&CK ids. */
function threatOf({ threats = [] }: RunnableRule): Pick<AlertDocument, 'threat'> {
  if (threats.length === 0) return {};
  const tactics = [...new Set(threats.map(({ tactic }) => tactic))];
  const techniques = [...new Set(threats.flatMap(({ technique }) => technique ?? []))];
  return {
    threat: {
      framework: 'MITRE ATT&CK',
      tactic: { id: tactics },
      ...(techniques.length > 0 && { technique: { id: techniques } }),
    },
  };
}

/** Id and month follow from the first window that fired when the alert was made, and stay whatever late data brings. */
function newPlace(rule: RunnableRule, { group, window }: FoundWindow): Pick<OpenAlert, 'id' | 'index'> {
  const identity = JSON.stringify([rule.id, groupKey(group), window.to]);
  const id = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return { id, index: ALERT_INDEX_PREFIX + iso(window.to).slice(0, 7).replace('-', '.') };
}

function messageOf(rule: RunnableRule, { group }: FoundWindow, reason: string): string {
  const key = groupKey(group);
  return key ? `${rule.name}, ${key}: ${reason}` : `${rule.name}: ${reason}`;
}

function earliest(findings: readonly FoundWindow[]): FoundWindow {
  return findings.reduce((a, b) => (b.window.to < a.window.to ? b : a));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

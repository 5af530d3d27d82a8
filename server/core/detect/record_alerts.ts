import { durationMs } from '../../../common/duration';
import { SiemError } from '../errors';
import type { RunnableRule } from '../manage/rules';
import type { Search } from '../ports';
import { alertWrites } from './alert_document';
import { episodesOf } from './episodes';
import { groupKey } from './group';
import { findOpenAlerts } from './open_alerts';
import type { AlertNotifier, AlertWrite, AlertWriter } from './ports';
import type { Finding } from './rule_type';

interface Parts {
  search: Search;
  alerts: AlertWriter;
  notifier: AlertNotifier;
}

export interface FiredRule {
  rule: RunnableRule;
  findings: readonly Finding[];
  /** The window's length in milliseconds. */
  length: number;
}

/**
 * Turns findings into alerts, made or grown, and announces them. Returns for each rule how many alerts it wrote, or why it failed; the
 * same findings given again change nothing, so a failed rule can simply be run again.
 */
export async function recordAlerts(
  { search, alerts, notifier }: Parts,
  fired: readonly FiredRule[],
  context: { signal: AbortSignal; epoch: number },
): Promise<Array<number | Error>> {
  const open = await findOpenAlerts(
    search,
    fired.map(({ rule, findings, length }) => ({
      ruleId: rule.id,
      findings,
      reach: length + quietForOf(rule, length),
    })),
    context.signal,
  );

  const writes = fired.flatMap(({ rule, findings, length }, index) =>
    [...byGroup(findings)].flatMap(([key, inGroup]) => {
      const touching = open[index]?.get(key) ?? [];
      const episodes = episodesOf(inGroup, touching, { length, quietFor: quietForOf(rule, length) });
      return episodes.flatMap((episode) => {
        const [grown, ...merged] = alertWrites(rule, episode, length, context.epoch);
        return [{ index, rule, write: grown as AlertWrite, announce: true }].concat(
          merged.map((write) => ({ index, rule, write, announce: false })),
        );
      });
    }),
  );

  context.signal.throwIfAborted();
  const outcomes = await alerts.write(
    writes.map(({ write }) => write),
    context.signal,
  );
  const results: Array<number | Error> = fired.map(() => 0);
  const told: Parameters<AlertNotifier['announce']>[0] = [];
  writes.forEach(({ index, rule, write, announce }, place) => {
    const outcome = outcomes[place];
    const sofar = results[index];
    if (outcome === 'fenced') {
      results[index] = new SiemError('conflict', 'Another node has taken this rule over; it goes on there.');
    } else if (outcome !== 'done') {
      results[index] = outcome ?? new Error('no outcome');
    } else if (announce && typeof sofar === 'number') {
      results[index] = sofar + 1;
    }
    if (outcome === 'done' && announce) told.push({ alert: write.whenNew, channels: rule.channels });
  });
  await notifier.announce(told);
  return results;
}

function byGroup(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = groupKey(finding.group);
    const members = groups.get(key);
    if (members) members.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function quietForOf(rule: RunnableRule, length: number): number {
  return rule.quietFor === undefined ? length : durationMs(rule.quietFor);
}

import { durationMs } from '../../../common/duration';
import { SiemError } from '../errors';
import { groupBy } from '../group_by';
import type { RuleService, RunnableRule } from '../manage/rules';
import type { Search } from '../ports';
import { alertWrites, isStored } from './alert_document';
import { type Episode, episodesOf, type OpenAlert } from './episodes';
import type { FoundWindow } from './found_window';
import { groupKey } from './group';
import { findOpenAlerts } from './open_alerts';
import type { AlertNotifier, AlertWrite, AlertWriter, RuleLease } from './ports';

/** Alerts that a run may newly make, unless its type has a lower limit: nobody reads more, and each costs a write and a message. */
const MOST_NEW_ALERTS = 1_000;

interface Parts {
  rules: Pick<RuleService, 'areCurrent'>;
  search: Search;
  alerts: AlertWriter;
  notifier: AlertNotifier;
}

export interface FiredRule {
  rule: RunnableRule;
  findings: readonly FoundWindow[];
  /** The window's length in milliseconds. */
  length: number;
  mostNewAlerts?: number;
  lease: RuleLease;
  /** When its run began, epoch milliseconds. */
  now: number;
}

/** Alerts that a rule newly made, that grew, and that were not made because they were too many. */
export interface Recorded {
  made: number;
  grown: number;
  left: number;
}

/**
 * `recordAlerts` for the rules that are still as they were searched for; of the others nothing comes. The list of rules that a pass works
 * with is some seconds old, and nobody wants to be told by a rule that they have just deleted.
 */
export async function recordCurrent(
  parts: Parts,
  fired: readonly FiredRule[],
): Promise<Array<Recorded | Error | 'outdated'>> {
  const current = await parts.rules.areCurrent(fired.map(({ rule }) => rule));
  const recorded = await recordAlerts(
    parts,
    fired.filter((_, index) => current[index]),
  );
  return current.map((isCurrent) => (isCurrent && recorded.shift()) || 'outdated');
}

interface PlannedWrite {
  index: number;
  write: AlertWrite;
  /** What was found again as it is stored needs no write, but may not have been told of yet. */
  kind: 'made' | 'grown' | 'merged' | 'unchanged';
}

/**
 * Turns findings into alerts, made or grown, and announces them. Returns for each rule what it wrote, or why it failed; the same findings
 * given again change nothing, so a failed rule can simply be run again. Alerts made while another node took the rule over are taken back:
 * that node did not see them when it looked for open ones, and makes them itself.
 */
async function recordAlerts(
  { search, alerts, notifier }: Omit<Parts, 'rules'>,
  fired: readonly FiredRule[],
): Promise<Array<Recorded | Error>> {
  const open = await findOpenAlerts(
    search,
    fired.map(({ rule, findings, length }) => ({
      ruleId: rule.id,
      findings,
      reach: length + quietForOf(rule, length),
    })),
  );

  const results: Array<Recorded | Error> = fired.map(() => ({ made: 0, grown: 0, left: 0 }));
  const writes = fired.flatMap((each, index): PlannedWrite[] => {
    const touched = open[index] ?? new Map<string, OpenAlert[]>();
    if (touched instanceof Error || each.lease.signal.aborted) {
      results[index] = touched instanceof Error ? touched : takenOver();
      return [];
    }
    const planned = writesOf(each, touched);
    (results[index] as Recorded).left = planned.left;
    return planned.writes.map((write) => ({ ...write, index }));
  });

  const changes = writes.filter(({ kind }) => kind !== 'unchanged');
  const answers = await alerts.write(changes.map(({ write }) => write));
  const outcomes = new Map(changes.map((change, place) => [change, answers[place]]));
  const created = changes.flatMap((change) => {
    const { index, write } = change;
    const outcome = outcomes.get(change);
    if (typeof outcome !== 'object' || outcome instanceof Error || !outcome.created) return [];
    return [{ lease: fired[index]?.lease, id: write.id, index: write.index, version: outcome.created }];
  });
  const lost = await lostOf(new Set(created.map(({ lease }) => lease)));
  await alerts.takeBack(created.filter(({ lease }) => lost.has(lease)));

  const told: Parameters<AlertNotifier['announce']>[0] = [];
  for (const planned of writes) {
    const { index, write, kind } = planned;
    const outcome = kind === 'unchanged' ? {} : outcomes.get(planned);
    const sofar = results[index];
    const each = fired[index] as FiredRule;
    if (outcome === 'fenced' || lost.has(each.lease)) {
      results[index] = takenOver();
    } else if (!outcome || outcome instanceof Error) {
      results[index] = outcome ?? new Error('no outcome');
    } else if (kind !== 'merged') {
      if (sofar && !(sofar instanceof Error) && kind !== 'unchanged') sofar[kind]++;
      if (isTold(each, write)) told.push({ alert: write.whenNew, channels: each.rule.channels });
    }
  }
  await notifier.announce(told);
  return results;
}

async function lostOf(leases: Iterable<RuleLease | undefined>): Promise<Set<RuleLease | undefined>> {
  const lost = new Set<RuleLease | undefined>();
  await Promise.all(
    [...leases].map(async (lease) => {
      if ((await lease?.isHeld?.()) === false) lost.add(lease);
    }),
  );
  return lost;
}

function takenOver(): SiemError {
  return new SiemError('conflict', 'Another node has taken this rule over; it goes on there.');
}

/** The earliest episodes first, so that the limit on new ones leaves out the latest. */
function writesOf(
  { rule, findings, length, mostNewAlerts = MOST_NEW_ALERTS, lease: { epoch } }: FiredRule,
  open: ReadonlyMap<string, OpenAlert[]>,
): { writes: Array<Omit<PlannedWrite, 'index'>>; left: number } {
  const quietFor = quietForOf(rule, length);
  const episodes = [...groupBy(findings, ({ group }) => groupKey(group))]
    .flatMap(([key, inGroup]) => episodesOf(inGroup, open.get(key) ?? [], { length, quietFor }))
    .map((episode) => ({ episode, from: Math.min(...episode.findings.map(({ window }) => window.from)) }))
    .sort((a, b) => a.from - b.from);
  let made = 0;
  let left = 0;
  const writes = episodes.flatMap(({ episode }) => {
    if (!episode.oldest && made++ >= mostNewAlerts) {
      left++;
      return [];
    }
    return alertWrites(rule, episode, length, epoch).map((write, place) => ({
      write,
      kind: place > 0 ? ('merged' as const) : kindOf(episode, write),
    }));
  });
  return { writes, left };
}

function kindOf({ oldest, merged }: Episode, write: AlertWrite): PlannedWrite['kind'] {
  if (!oldest) return 'made';
  return merged.length === 0 && isStored(oldest, write) ? 'unchanged' : 'grown';
}

function isTold(fired: FiredRule, { alert }: AlertWrite): boolean {
  return !alert.backfill && !alert.test && !isSnoozed(fired);
}

/** Whether nobody is told of the rule's alerts at present. */
export function isSnoozed({ rule: { snoozedUntil }, now }: Pick<FiredRule, 'rule' | 'now'>): boolean {
  return snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;
}

function quietForOf(rule: RunnableRule, length: number): number {
  return rule.quietFor === undefined ? length : durationMs(rule.quietFor);
}

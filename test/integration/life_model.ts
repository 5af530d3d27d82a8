import type { RuleInput } from '../../common/rule';
import { durationMs } from '../../common/duration';
import type { Random } from '../../common/random';
import { thresholdRule } from './detect_setup';

const MINUTE = 60_000;
const USERS = ['alice', 'bob'];
const ACTIONS = ['Login', 'Delete'];

/** An event as the model sees it; `at` in epoch milliseconds. */
export interface LifeEvent {
  at: number;
  user: string;
  action: string;
}

/** What people vary in a rule of this test. */
export interface Plan {
  action: string;
  limit: number;
  window: '5m' | '10m' | '30m';
  groupBy: string[];
  enabled: boolean;
}

export const randomPlan = (random: Random, enabled = true): Plan => ({
  action: random.pick(ACTIONS),
  limit: random.integer(1, 3),
  window: random.pick(['5m', '10m', '30m']),
  groupBy: random.pick([[], ['user.name']]),
  enabled,
});

/** Of the two hours before `now`. */
export const randomLifeEvent = (random: Random, now: number): LifeEvent => ({
  at: now - random.integer(0, 120 * MINUTE),
  user: random.pick(USERS),
  action: random.pick(ACTIONS),
});

export function inputOfPlan({ action, limit, window, groupBy, enabled }: Plan, title: string): RuleInput {
  const { id: _i, version: _v, createdAt: _c, ...rule } = thresholdRule('', title);
  return {
    ...rule,
    enabled,
    query: `event.action:${action}`,
    params: { conditions: [{ metric: 'count', operator: '>=', limit }], window, groupBy },
  };
}

/**
 * What a rule with an id must have fired, whatever befell it: minutes in which events came are judged by the rule as it is when it next
 * runs, all minutes where it is new. Nothing that fired is taken back, and a rule made again goes on with the alerts of the one deleted.
 */
export class ModelRule {
  plan: Plan | undefined;
  private unjudged = new Set<number>();
  private readonly fired = new Set<string>();

  create(plan: Plan, events: readonly LifeEvent[]): void {
    this.plan = plan;
    this.unjudged = minutesOf(events);
  }

  arrive(events: readonly LifeEvent[]): void {
    for (const minute of minutesOf(events)) this.unjudged.add(minute);
  }

  /** The rule runs and what it finds counts. */
  run(events: readonly LifeEvent[]): void {
    if (!this.plan?.enabled) return;
    for (const line of this.found(events)) this.fired.add(line);
    this.unjudged.clear();
  }

  /** The rule runs and is changed meanwhile: what it finds does not count, and is judged again by what it was changed to. */
  runInVain(events: readonly LifeEvent[]): void {
    if (this.plan?.enabled && this.found(events).length === 0) this.unjudged.clear();
  }

  /** One line for each window of a group that fired. */
  lines(): string[] {
    return [...this.fired].sort();
  }

  private found(events: readonly LifeEvent[]): string[] {
    if (!this.plan) return [];
    const { action, limit, window, groupBy } = this.plan;
    const length = durationMs(window);
    const ends = new Set([...this.unjudged].flatMap((minute) => endsWith(minute, length)));
    return [...ends].flatMap((end) => {
      const inside = events.filter(
        (each) => each.action === action && end - length <= each.at && each.at < end,
      );
      const keys = inside.map(({ user }) => (groupBy.length > 0 ? `user.name=${user}` : ''));
      return [...new Set(keys)]
        .filter((key) => keys.filter((other) => other === key).length >= limit)
        .map((key) => lineOf(key, end));
    });
  }
}

export function lineOf(key: string, end: number): string {
  return `${key} ${new Date(end).toISOString()}`;
}

function minutesOf(events: readonly LifeEvent[]): Set<number> {
  return new Set(events.map(({ at }) => Math.floor(at / MINUTE)));
}

/** Windows end each five minutes. */
function endsWith(minute: number, length: number): number[] {
  const start = minute * MINUTE;
  const first = Math.floor(start / (5 * MINUTE)) * 5 * MINUTE + 5 * MINUTE;
  const ends: number[] = [];
  for (let end = first; end - length < start + MINUTE; end += 5 * MINUTE) ends.push(end);
  return ends;
}

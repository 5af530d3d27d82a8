import type { HealthIssue, HealthKind } from '../../../common/health';
import { counted } from '../counted';

/** Something found wrong in one check; what is found check after check is one issue. */
export type Finding = Omit<HealthIssue, 'id' | 'since'>;

/** What was found wrong, and what could not be judged this time, so that issues of these kinds stay as they are. */
export interface Judgement {
  findings: Finding[];
  unjudged: HealthKind[];
}

/** Tells issues apart: a subject has at most one of a kind. */
export function findingKey({ kind, subject }: Pick<HealthIssue, 'kind' | 'subject'>): string {
  return `${kind}:${subject.kind}:${subject.id}`;
}

const UNITS: ReadonlyArray<readonly [ms: number, name: string]> = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
];

/** A length of time in words, by its largest unit: `3 hours`. */
export function inWords(ms: number): string {
  const [size, name] = UNITS.find(([unit]) => ms >= 2 * unit) ?? UNITS[UNITS.length - 1] ?? [1_000, 'second'];
  return counted(Math.max(0, Math.round(ms / size)), name);
}

import { i18n } from '@osd/i18n';
import type { RuleView } from '../../../common/rule';

/** What a rule can be found by in the list: how it does, and what is done with it. A rule has at least one of them. */
export const RULE_MARKS = [
  'failing',
  'gaps',
  'changed_outside',
  'warnings',
  'ok',
  'waiting',
  'disabled',
  'snoozed',
  'test',
] as const;
export type RuleMark = (typeof RULE_MARKS)[number];

const LABELS: Record<RuleMark, string> = {
  failing: i18n.translate('awsSiem.ruleMark.failing', { defaultMessage: 'Failing' }),
  gaps: i18n.translate('awsSiem.ruleMark.gaps', { defaultMessage: 'With gaps' }),
  changed_outside: i18n.translate('awsSiem.ruleMark.changedOutside', { defaultMessage: 'Changed outside' }),
  warnings: i18n.translate('awsSiem.ruleMark.warnings', { defaultMessage: 'With warnings' }),
  ok: i18n.translate('awsSiem.ruleMark.ok', { defaultMessage: 'Working' }),
  waiting: i18n.translate('awsSiem.ruleMark.waiting', { defaultMessage: 'Waiting' }),
  disabled: i18n.translate('awsSiem.ruleMark.disabled', { defaultMessage: 'Off' }),
  snoozed: i18n.translate('awsSiem.ruleMark.snoozed', { defaultMessage: 'Snoozed' }),
  test: i18n.translate('awsSiem.ruleMark.test', { defaultMessage: 'Test mode' }),
};

export function ruleMarkLabel(mark: RuleMark): string {
  return LABELS[mark];
}

type Marked = Pick<RuleView, 'enabled' | 'testMode' | 'snoozedUntil'> & {
  status: Pick<RuleView['status'], 'state' | 'gaps' | 'warnings'>;
};

/** Everything that is true of a rule now. Gaps and warnings of one that is off are of no interest. */
export function marksOf({ enabled, testMode, snoozedUntil, status }: Marked, now = Date.now()): RuleMark[] {
  const state = enabled || status.state === 'changed_outside' ? status.state : 'disabled';
  return [
    state,
    ...(enabled && status.gaps?.length ? (['gaps'] as const) : []),
    ...(enabled && status.warnings?.length ? (['warnings'] as const) : []),
    ...(isSnoozed({ snoozedUntil }, now) ? (['snoozed'] as const) : []),
    ...(testMode ? (['test'] as const) : []),
  ];
}

/** Whether nobody is told of its alerts for the time being. */
export function isSnoozed({ snoozedUntil }: Pick<RuleView, 'snoozedUntil'>, now = Date.now()): boolean {
  return snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;
}

/** Whether it no longer does what it is there for: alerts may be missing. */
export function hasStopped({ enabled, status }: Pick<Marked, 'enabled' | 'status'>): boolean {
  return status.state === 'changed_outside' || (enabled && status.state === 'failing');
}

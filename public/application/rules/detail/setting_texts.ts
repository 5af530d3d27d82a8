import { i18n } from '@osd/i18n';
import type { RuleView } from '../../../../common/rule';
import { riskScoreOf } from '../rule_params';
import { scheduleText } from '../schedule_text';

export interface SettingText {
  title: string;
  description: string;
}

const NONE = i18n.translate('awsSiem.settingText.none', { defaultMessage: 'none' });

/**
 * What was set for a rule besides its type's own settings; optional parts that are not set are left out.
 * @param channels names
 */
export function settingTexts(
  rule: RuleView,
  channels: string[],
  formatTime: (time: string) => string,
): SettingText[] {
  const { quietFor, queryDelay, lookback, timeZone, riskScoreField, tags, samples, testMode } = rule;
  const texts: Array<SettingText | undefined> = [
    text('schedule', scheduleText(rule)),
    text('quietFor', quietFor),
    text('queryDelay', queryDelay),
    text('lookback', lookback),
    text('timeZone', timeZone),
    text('channels', channels.join(', ') || NONE),
    text('risk', riskText(rule, riskScoreField)),
    text('testMode', testMode ? LABELS.testModeOn : undefined),
    text('snoozed', rule.snoozedUntil && formatTime(rule.snoozedUntil)),
    text('tags', tags?.join(', ')),
    text('samples', samples?.map(({ name, expect }) => `${name} (${expect})`).join(', ')),
  ];
  return texts.filter((each): each is SettingText => each !== undefined);
}

/** Who changed the rule last and when, and since when it is there. */
export function versionTexts(rule: RuleView, formatTime: (time: string) => string): SettingText[] {
  const { id, version, updatedAt, updatedBy, createdAt } = rule;
  return [
    { title: LABELS.version, description: String(version) },
    {
      title: LABELS.changed,
      description: i18n.translate('awsSiem.settingText.changedBy', {
        defaultMessage: '{time} by {name}',
        values: { time: formatTime(updatedAt), name: updatedBy },
      }),
    },
    { title: LABELS.made, description: formatTime(createdAt) },
    { title: LABELS.id, description: id },
  ];
}

function riskText(rule: RuleView, field: string | undefined): string {
  const score = riskScoreOf(rule);
  if (field === undefined) return String(score);
  return i18n.translate('awsSiem.settingText.riskField', {
    defaultMessage: 'the greatest {field} of the events, else {score}',
    values: { field, score },
  });
}

function text(name: keyof typeof LABELS, description: string | undefined): SettingText | undefined {
  return description ? { title: LABELS[name], description } : undefined;
}

const LABELS = {
  schedule: i18n.translate('awsSiem.settingText.schedule', { defaultMessage: 'Runs' }),
  quietFor: i18n.translate('awsSiem.settingText.quietFor', { defaultMessage: 'Quiet for' }),
  queryDelay: i18n.translate('awsSiem.settingText.queryDelay', { defaultMessage: 'Waits for late events' }),
  lookback: i18n.translate('awsSiem.settingText.lookback', { defaultMessage: 'Looks back again' }),
  timeZone: i18n.translate('awsSiem.settingText.timeZone', { defaultMessage: 'Time zone of its query' }),
  channels: i18n.translate('awsSiem.settingText.channels', { defaultMessage: 'Channels' }),
  risk: i18n.translate('awsSiem.settingText.risk', { defaultMessage: 'Risk score' }),
  testMode: i18n.translate('awsSiem.settingText.testMode', { defaultMessage: 'Test mode' }),
  testModeOn: i18n.translate('awsSiem.settingText.testModeOn', {
    defaultMessage: 'On: alerts are made and marked, nobody is told',
  }),
  snoozed: i18n.translate('awsSiem.settingText.snoozed', { defaultMessage: 'Snoozed until' }),
  tags: i18n.translate('awsSiem.settingText.tags', { defaultMessage: 'Tags' }),
  samples: i18n.translate('awsSiem.settingText.samples', { defaultMessage: 'Sample events' }),
  version: i18n.translate('awsSiem.settingText.version', { defaultMessage: 'Version' }),
  changed: i18n.translate('awsSiem.settingText.changed', { defaultMessage: 'Changed' }),
  made: i18n.translate('awsSiem.settingText.made', { defaultMessage: 'Made' }),
  id: i18n.translate('awsSiem.settingText.id', { defaultMessage: 'Id' }),
};

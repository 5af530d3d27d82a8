import { i18n } from '@osd/i18n';
import type { RuleView } from '../../../common/rule';

/** When a rule runs, such as `every 5m`, or its cron line. */
export function scheduleText({ cron, interval }: Pick<RuleView, 'cron' | 'interval'>): string {
  return cron === undefined
    ? i18n.translate('awsSiem.rules.every', { defaultMessage: 'every {interval}', values: { interval } })
    : i18n.translate('awsSiem.rules.cron', { defaultMessage: '{cron} (UTC)', values: { cron } });
}

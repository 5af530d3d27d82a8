import { i18n } from '@osd/i18n';
import { formatDuration, formatNumber } from '../../services/format';

/** How long something took, such as `240 ms` or `2s`. */
export function tookText(ms: number): string {
  return ms < 1_000
    ? i18n.translate('awsSiem.rules.ms', { defaultMessage: '{took} ms', values: { took: formatNumber(ms) } })
    : formatDuration(ms);
}

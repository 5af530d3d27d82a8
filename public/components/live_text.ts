import { i18n } from '@osd/i18n';
import { formatDuration } from '../services/format';
import { isLive, refreshInterval, type TIME_DEFAULTS } from '../services/time_range';

/** Says of a page that it asks again by itself, and how often; undefined for one that does not. */
export function liveText(params: typeof TIME_DEFAULTS): string | undefined {
  if (!isLive(params)) return undefined;
  return i18n.translate('awsSiem.live.every', {
    defaultMessage: 'Updates itself every {interval}',
    values: { interval: formatDuration(refreshInterval(params)) },
  });
}

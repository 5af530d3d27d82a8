import { i18n } from '@osd/i18n';
import type { ExcludedCount } from '../../../common/exclusion';
import { formatBytes } from '../../services/format';

/** What an exclusion dropped, or would have, in a sentence. */
export function excludedText({ events, objects, bytes }: ExcludedCount, countOnly?: boolean): string {
  const values = { events, objects, bytes: formatBytes(bytes) };
  return countOnly
    ? i18n.translate('awsSiem.exclusion.wouldDrop', {
        defaultMessage: 'would have dropped {events, plural, one {# event} other {# events}} of {bytes}',
        values,
      })
    : i18n.translate('awsSiem.exclusion.dropped', {
        defaultMessage:
          'dropped {events, plural, one {# event} other {# events}} and {objects, plural, one {# object} other {# objects}} unread, {bytes}',
        values,
      });
}

import { i18n } from '@osd/i18n';
import type { BackfillSelection } from '../../../../common/backfill';

/** What a backfill reads, in a line. */
export function selectionText(selection: BackfillSelection, formatTime: (time: string) => string): string {
  switch (selection.kind) {
    case 'object':
      return i18n.translate('awsSiem.backfill.ofObject', {
        defaultMessage: 'Again: {key}',
        values: { key: selection.key },
      });
    case 'rejects': {
      const { key, reason } = selection;
      const which = reason ?? key;
      return which === undefined
        ? i18n.translate('awsSiem.backfill.ofRejects', { defaultMessage: 'Rejects' })
        : i18n.translate('awsSiem.backfill.ofSomeRejects', {
            defaultMessage: 'Rejects: {which}',
            values: { which },
          });
    }
    case 'range':
      return [spanText(selection, formatTime), selection.prefix, selection.again ? AGAIN : undefined]
        .filter(Boolean)
        .join(' · ');
  }
}

const AGAIN = i18n.translate('awsSiem.backfill.knownToo', { defaultMessage: 'again what was here' });

function spanText(
  { from, to }: Extract<BackfillSelection, { kind: 'range' }>,
  formatTime: (time: string) => string,
): string {
  const values = { from: from && formatTime(from), to: to && formatTime(to) };
  if (from && to) {
    return i18n.translate('awsSiem.backfill.fromTo', { defaultMessage: '{from} to {to}', values });
  }
  if (from) return i18n.translate('awsSiem.backfill.since', { defaultMessage: 'since {from}', values });
  if (to) return i18n.translate('awsSiem.backfill.until', { defaultMessage: 'until {to}', values });
  return i18n.translate('awsSiem.backfill.all', { defaultMessage: 'Everything' });
}

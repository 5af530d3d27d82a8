import { i18n } from '@osd/i18n';

/** The name of a group; a rule that groups by nothing has one without a name. */
export function groupLabel(group: string): string {
  return group || i18n.translate('awsSiem.preview.allEvents', { defaultMessage: 'All events' });
}

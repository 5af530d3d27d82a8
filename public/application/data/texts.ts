import { i18n } from '@osd/i18n';
import type { KeptKind, Rotation } from '../../../common/retention';
import { formatBytes } from '../../services/format';
import type { Stored } from './data_rows';

export const ROTATION_LABELS: Record<Rotation, string> = {
  daily: i18n.translate('awsSiem.data.daily', { defaultMessage: 'An index a day' }),
  weekly: i18n.translate('awsSiem.data.weekly', { defaultMessage: 'An index a week' }),
  monthly: i18n.translate('awsSiem.data.monthly', { defaultMessage: 'An index a month' }),
};

export const KEPT_LABELS: Record<KeptKind, string> = {
  rejects: i18n.translate('awsSiem.data.rejects', { defaultMessage: 'Rejects: what could not be read' }),
  alerts: i18n.translate('awsSiem.data.alerts', { defaultMessage: 'Alerts with their triage' }),
  health: i18n.translate('awsSiem.data.health', { defaultMessage: 'Health history' }),
  audit: i18n.translate('awsSiem.data.audit', { defaultMessage: 'Audit log' }),
};

export function keptFor(days: number | undefined): string {
  return days === undefined
    ? i18n.translate('awsSiem.data.keptForGood', { defaultMessage: 'For good' })
    : i18n.translate('awsSiem.data.keptDays', {
        defaultMessage: '{days, plural, one {# day} other {# days}}',
        values: { days },
      });
}

/** `3 indices, 1.2 GB`. */
export function sizeText({ indices, bytes }: Stored): string {
  return i18n.translate('awsSiem.data.size', {
    defaultMessage: '{count, plural, one {# index} other {# indices}}, {size}',
    values: { count: indices.length, size: formatBytes(bytes) },
  });
}

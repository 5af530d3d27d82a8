import { i18n } from '@osd/i18n';
import type { EntityKind } from '../../../common/entity';

const TITLES: Record<EntityKind, string> = {
  ip: i18n.translate('awsSiem.entityKind.ip', { defaultMessage: 'IP address' }),
  user: i18n.translate('awsSiem.entityKind.user', { defaultMessage: 'User or role' }),
  account: i18n.translate('awsSiem.entityKind.account', { defaultMessage: 'AWS account' }),
  bucket: i18n.translate('awsSiem.entityKind.bucket', { defaultMessage: 'S3 bucket' }),
  load_balancer: i18n.translate('awsSiem.entityKind.loadBalancer', { defaultMessage: 'Load balancer' }),
};

/** What an entity of the kind is called. */
export function entityTitle(kind: EntityKind): string {
  return TITLES[kind];
}

import { i18n } from '@osd/i18n';
import type { ListInput, ListKind, ListView } from '../../../common/list';
import { withoutEmpty } from '../../services/validate';

export const KIND_LABELS: Record<ListKind, string> = {
  ip: i18n.translate('awsSiem.list.kindIp', { defaultMessage: 'Addresses and CIDR blocks' }),
  domain: i18n.translate('awsSiem.list.kindDomain', { defaultMessage: 'Domains' }),
  hash: i18n.translate('awsSiem.list.kindHash', { defaultMessage: 'File hashes (MD5, SHA-1, SHA-256)' }),
  text: i18n.translate('awsSiem.list.kindText', { defaultMessage: 'Other text' }),
};

/** A field that has such values, for examples. */
export const EXAMPLE_FIELDS: Record<ListKind, string> = {
  ip: 'source.ip',
  domain: 'dns.question.name',
  hash: 'file.hash.sha256',
  text: 'user.name',
};

/** The form's state: a list in which everything may still be empty. */
export type ListValues = Required<ListInput>;

export function initialValues(list: ListView | undefined): ListValues {
  return {
    name: list?.name ?? '',
    kind: list?.kind ?? 'ip',
    indicator: list?.indicator ?? false,
    description: list?.description ?? '',
    url: list?.url ?? '',
    refreshEvery: list?.refreshEvery ?? '1d',
    format: list?.format ?? 'text',
    column: list?.column ?? '',
    expiresAt: list?.expiresAt ?? '',
  };
}

/** The list that the form's state means: how it is fetched only where there is an address. */
export function inputOf({ url, refreshEvery, format, column, ...rest }: ListValues): ListInput {
  const fetched = url === '' ? {} : { url, refreshEvery, format, column: format === 'csv' ? column : '' };
  return withoutEmpty({ ...rest, ...fetched });
}

import { i18n } from '@osd/i18n';
import type { HealthSubject } from '../../common/health';

/** The page of the app where one can see to it. */
export function subjectPath({ kind, id }: Pick<HealthSubject, 'kind' | 'id'>): string {
  switch (kind) {
    case 'source':
    case 'rule':
    case 'channel':
    case 'list':
      return `/${kind}s/${encodeURIComponent(id)}`;
    case 'node':
    case 'opensearch':
      return '/health';
  }
}

/** The subject's name behind what it is. */
export function subjectLabel({ kind, name }: Pick<HealthSubject, 'kind' | 'name'>): string {
  const values = { name };
  switch (kind) {
    case 'source':
      return i18n.translate('awsSiem.subject.source', { defaultMessage: 'Source {name}', values });
    case 'rule':
      return i18n.translate('awsSiem.subject.rule', { defaultMessage: 'Rule {name}', values });
    case 'channel':
      return i18n.translate('awsSiem.subject.channel', { defaultMessage: 'Channel {name}', values });
    case 'list':
      return i18n.translate('awsSiem.subject.list', { defaultMessage: 'List {name}', values });
    case 'node':
      return i18n.translate('awsSiem.subject.node', { defaultMessage: 'Node {name}', values });
    case 'opensearch':
      return name;
  }
}

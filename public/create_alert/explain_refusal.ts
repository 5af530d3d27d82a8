import { i18n } from '@osd/i18n';
import type { CoreStart } from '../../types/opensearch_dashboards_public';
import { DraftError } from './draft_from_search';

/** Says in a toast why no rule can be made of a search, and what to do. */
export function explainRefusal({ notifications }: CoreStart, error: unknown): void {
  notifications.toasts.addWarning({
    title: i18n.translate('awsSiem.createAlert.failed', {
      defaultMessage: 'No alert can be made from this search',
    }),
    text: explain(error),
  });
}

function explain(error: unknown): string {
  if (!(error instanceof DraftError)) return error instanceof Error ? error.message : String(error);
  const values = { subject: error.subject };
  switch (error.problem) {
    case 'other_language':
      return i18n.translate('awsSiem.createAlert.otherLanguage', {
        defaultMessage:
          'Rules search with DQL or Lucene, not with {subject}. Choose one of them in the query bar and write the query in it.',
        values,
      });
    case 'no_time_field':
      return i18n.translate('awsSiem.createAlert.noTimeField', {
        defaultMessage:
          'The index pattern {subject} has no time field, and a rule looks at windows of time. Choose an index pattern with a time field, or make one.',
        values,
      });
    case 'other_cluster':
      return i18n.translate('awsSiem.createAlert.otherCluster', {
        defaultMessage:
          '{subject} is on another data source. Rules search the cluster that OpenSearch Dashboards itself is connected to: choose an index pattern of that one.',
        values,
      });
    case 'no_index_pattern':
      return i18n.translate('awsSiem.createAlert.noIndexPattern', {
        defaultMessage: 'There is no index pattern here to search in. Choose one first.',
      });
  }
}

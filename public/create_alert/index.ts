import { i18n } from '@osd/i18n';
import { APP_ID } from '../../common/plugin';
import { ruleDraftPath } from '../../common/rule_draft';
import type { CoreStart, DataStart, IndexPattern } from '../../types/opensearch_dashboards_public';
import { discoverIndexPatternId, dqlToDsl } from '../host';
import { DraftError, draftFromDiscover } from './draft_from_discover';

/** Opens the rule form filled with what Discover shows now; a toast says why when it can't. */
export async function createAlertFromDiscover(core: CoreStart, data: DataStart): Promise<void> {
  try {
    const query = data.query.queryString.getQuery();
    const draft = draftFromDiscover(
      {
        query,
        filters: data.query.filterManager.getFilters(),
        time: data.query.timefilter.timefilter.getTime(),
        indexPattern: await currentIndexPattern(data, discoverIndexPatternId(window.location.href, query)),
      },
      dqlToDsl,
    );
    await core.application.navigateToApp(APP_ID, { path: ruleDraftPath(draft) });
  } catch (error) {
    core.notifications.toasts.addWarning({
      title: i18n.translate('awsSiem.createAlert.failed', {
        defaultMessage: 'No alert can be made from this search',
      }),
      text: explain(error),
    });
  }
}

async function currentIndexPattern(data: DataStart, id: string | undefined): Promise<IndexPattern> {
  const pattern = id ? await data.indexPatterns.get(id) : await data.indexPatterns.getDefault();
  if (pattern) return pattern;
  throw new Error(
    i18n.translate('awsSiem.createAlert.noIndexPattern', {
      defaultMessage: 'Choose an index pattern first.',
    }),
  );
}

function explain(error: unknown): string {
  if (!(error instanceof DraftError)) return error instanceof Error ? error.message : String(error);
  const values = { detail: error.message };
  switch (error.problem) {
    case 'other_language':
      return i18n.translate('awsSiem.createAlert.otherLanguage', {
        defaultMessage: 'Rules search with DQL or Lucene, not with {detail}.',
        values,
      });
    case 'no_time_field':
      return i18n.translate('awsSiem.createAlert.noTimeField', {
        defaultMessage: '{detail} A rule needs an index pattern with a time field.',
        values,
      });
    case 'other_cluster':
      return i18n.translate('awsSiem.createAlert.otherCluster', {
        defaultMessage:
          '{detail} Rules search the cluster that OpenSearch Dashboards itself is connected to.',
        values,
      });
    case 'bad_query':
      return i18n.translate('awsSiem.createAlert.badQuery', {
        defaultMessage: 'The query is malformed. {detail}',
        values,
      });
  }
}

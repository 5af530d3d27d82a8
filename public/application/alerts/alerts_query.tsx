import { i18n } from '@osd/i18n';
import React from 'react';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { QuerySearch } from '../../components/query_input/query_search';
import { SearchScopeProvider } from '../../components/query_input/search_scope';
import { useIndexScope } from '../../components/query_input/use_index_scope';
import { languageOf } from '../../services/query_language';
import type { AlertParams } from './alert_params';

interface Props {
  params: AlertParams;
  onChange(changes: Partial<AlertParams>): void;
}

const ALERTS = { title: ALERTS_PATTERN, timeField: '@timestamp' };

/** The search over alerts. */
export function AlertsQuery({ params, onChange }: Props) {
  const language = languageOf(params);
  const scope = useIndexScope(ALERTS, language);
  return (
    <SearchScopeProvider value={scope}>
      <QuerySearch
        query={params.query}
        label={i18n.translate('awsSiem.alerts.queryLabel', { defaultMessage: 'Search alerts' })}
        placeholder={language === 'lucene' ? LUCENE_HINT : DQL_HINT}
        onSearch={onChange}
        testSubject="siemAlertsSearch"
      />
    </SearchScopeProvider>
  );
}

const LUCENE_HINT = i18n.translate('awsSiem.alerts.lucene', {
  defaultMessage: 'Search alerts with Lucene, such as source.ip:203.0.113.7',
});
const DQL_HINT = i18n.translate('awsSiem.alerts.dql', {
  defaultMessage: 'Search alerts with DQL, such as source.ip : 203.0.113.7',
});

import { i18n } from '@osd/i18n';
import React from 'react';
import type { EventFilter } from '../../../common/event_filter';
import { LOGS_PATTERN } from '../../../common/plugin';
import type { QueryLanguage } from '../../../common/rule';
import { QuerySearch } from '../query_input/query_search';
import { SearchScopeProvider } from '../query_input/search_scope';
import { useIndexScope } from '../query_input/use_index_scope';
import { FilterPills } from './filter_pills';

export interface EventSearchState {
  query: string;
  language: QueryLanguage;
  filters: readonly EventFilter[];
}

interface Props extends EventSearchState {
  onChange(changes: Partial<EventSearchState>): void;
}

const EVENTS = { title: LOGS_PATTERN, timeField: '@timestamp' };

/** The search over events: a query, and the filters below it. */
export function QueryBar({ query, language, filters, onChange }: Props) {
  const scope = useIndexScope(EVENTS, language);
  return (
    <SearchScopeProvider value={scope}>
      <QuerySearch
        query={query}
        label={i18n.translate('awsSiem.queryBar.label', { defaultMessage: 'Search events' })}
        placeholder={language === 'lucene' ? LUCENE_HINT : DQL_HINT}
        onSearch={onChange}
        testSubject="siemOverviewSearch"
      />
      <FilterPills filters={filters} onChange={(changed) => onChange({ filters: changed })} />
    </SearchScopeProvider>
  );
}

const LUCENE_HINT = i18n.translate('awsSiem.queryBar.lucene', {
  defaultMessage: 'Search events with Lucene, such as type:vpcflow AND source.ip:"10.0.0.0/8"',
});
const DQL_HINT = i18n.translate('awsSiem.queryBar.dql', {
  defaultMessage: 'Search events with DQL, such as type : vpcflow and source.ip : "10.0.0.0/8"',
});

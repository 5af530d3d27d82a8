import { i18n } from '@osd/i18n';
import React from 'react';
import type { EventFilter } from '../../../common/event_filter';
import { LOGS_PATTERN } from '../../../common/plugin';
import type { QueryLanguage } from '../../../common/rule';
import { IndexSearch } from '../query_input/index_search';
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
  return (
    <IndexSearch
      index={EVENTS}
      language={language}
      query={query}
      label={i18n.translate('awsSiem.queryBar.label', { defaultMessage: 'Search events' })}
      hints={HINTS}
      onSearch={onChange}
      testSubject="siemOverviewSearch"
    >
      <FilterPills filters={filters} onChange={(changed) => onChange({ filters: changed })} />
    </IndexSearch>
  );
}

const HINTS = {
  lucene: i18n.translate('awsSiem.queryBar.lucene', {
    defaultMessage: 'Search events with Lucene, such as type:vpcflow AND source.ip:"10.0.0.0/8"',
  }),
  kuery: i18n.translate('awsSiem.queryBar.dql', {
    defaultMessage: 'Search events with DQL, such as type : vpcflow and source.ip : "10.0.0.0/8"',
  }),
};

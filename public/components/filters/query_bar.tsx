import { EuiButtonEmpty, EuiFieldSearch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useLayoutEffect, useState } from 'react';
import type { EventFilter } from '../../../common/event_filter';
import type { QueryLanguage } from '../../../common/rule';
import { FilterPills } from './filter_pills';

export interface EventSearchState {
  query: string;
  language: QueryLanguage;
  filters: readonly EventFilter[];
}

interface Props extends EventSearchState {
  onChange(changes: Partial<EventSearchState>): void;
}

/** The search over events: text in Lucene or DQL, searched on Enter, and the filters below it. */
export function QueryBar({ query, language, filters, onChange }: Props) {
  const [text, setText] = useState(query);
  useLayoutEffect(() => setText(query), [query]);
  const isLucene = language === 'lucene';
  const placeholder = isLucene ? LUCENE_HINT : DQL_HINT;
  return (
    <>
      <EuiFieldSearch
        fullWidth
        isClearable
        incremental={false}
        value={text}
        placeholder={placeholder}
        aria-label={i18n.translate('awsSiem.queryBar.label', { defaultMessage: 'Search events' })}
        onChange={(event) => setText(event.target.value)}
        onSearch={(typed) => onChange({ query: typed.trim() })}
        append={
          <EuiButtonEmpty
            size="xs"
            // What is typed may not be sent yet; it stays with the language it is read in.
            onClick={() => onChange({ query: text.trim(), language: isLucene ? 'kuery' : 'lucene' })}
            title={i18n.translate('awsSiem.queryBar.switch', {
              defaultMessage: 'Search with {other} instead',
              values: { other: isLucene ? 'DQL' : 'Lucene' },
            })}
            data-test-subj="siemQueryLanguage"
          >
            {isLucene ? 'Lucene' : 'DQL'}
          </EuiButtonEmpty>
        }
        data-test-subj="siemOverviewSearch"
      />
      <FilterPills filters={filters} onChange={(changed) => onChange({ filters: changed })} />
    </>
  );
}

const LUCENE_HINT = i18n.translate('awsSiem.queryBar.lucene', {
  defaultMessage: 'Search events with Lucene, such as type:vpcflow AND source.ip:"10.0.0.0/8"',
});
const DQL_HINT = i18n.translate('awsSiem.queryBar.dql', {
  defaultMessage: 'Search events with DQL, such as type : vpcflow and source.ip : "10.0.0.0/8"',
});

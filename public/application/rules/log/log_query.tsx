import { i18n } from '@osd/i18n';
import React from 'react';
import { RULE_LOG_PATTERN } from '../../../../common/plugin';
import { QuerySearch } from '../../../components/query_input/query_search';
import { SearchScopeProvider } from '../../../components/query_input/search_scope';
import { useIndexScope } from '../../../components/query_input/use_index_scope';
import { languageOf } from '../../../services/query_language';
import type { LogParams } from './log_params';

interface Props {
  params: LogParams;
  onChange(changes: Partial<LogParams>): void;
}

const RULE_LOG = { title: RULE_LOG_PATTERN, timeField: '@timestamp' };

/** The search over the execution log. */
export function LogQuery({ params, onChange }: Props) {
  const language = languageOf(params);
  const scope = useIndexScope(RULE_LOG, language);
  return (
    <SearchScopeProvider value={scope}>
      <QuerySearch
        query={params.query}
        label={i18n.translate('awsSiem.ruleLog.queryLabel', { defaultMessage: 'Search the execution log' })}
        placeholder={language === 'lucene' ? LUCENE_HINT : DQL_HINT}
        onSearch={onChange}
        testSubject="siemRuleLogSearch"
      />
    </SearchScopeProvider>
  );
}

const LUCENE_HINT = i18n.translate('awsSiem.ruleLog.lucene', {
  defaultMessage: 'Search with Lucene, such as rule.name:scan* or run.took:>1000',
});
const DQL_HINT = i18n.translate('awsSiem.ruleLog.dql', {
  defaultMessage: 'Search with DQL, such as rule.name : scan* or run.took > 1000',
});

import { i18n } from '@osd/i18n';
import React from 'react';
import { RULE_LOG_PATTERN } from '../../../../common/plugin';
import { IndexSearch } from '../../../components/query_input/index_search';
import { languageOf } from '../../../services/query_language';
import type { LogParams } from './log_params';

interface Props {
  params: LogParams;
  onChange(changes: Partial<LogParams>): void;
}

const RULE_LOG = { title: RULE_LOG_PATTERN, timeField: '@timestamp' };

/** The search over the execution log. */
export function LogQuery({ params, onChange }: Props) {
  return (
    <IndexSearch
      index={RULE_LOG}
      language={languageOf(params)}
      query={params.query}
      label={i18n.translate('awsSiem.ruleLog.queryLabel', { defaultMessage: 'Search the execution log' })}
      hints={HINTS}
      onSearch={onChange}
      testSubject="siemRuleLogSearch"
    />
  );
}

const HINTS = {
  lucene: i18n.translate('awsSiem.ruleLog.lucene', {
    defaultMessage: 'Search with Lucene, such as rule.name:scan* or run.took:>1000',
  }),
  kuery: i18n.translate('awsSiem.ruleLog.dql', {
    defaultMessage: 'Search with DQL, such as rule.name : scan* or run.took > 1000',
  }),
};

import { i18n } from '@osd/i18n';
import React from 'react';
import { ALERTS_PATTERN } from '../../../common/plugin';
import { IndexSearch } from '../../components/query_input/index_search';
import { languageOf } from '../../services/query_language';
import type { AlertParams } from './alert_params';

interface Props {
  params: AlertParams;
  onChange(changes: Partial<AlertParams>): void;
}

const ALERTS = { title: ALERTS_PATTERN, timeField: '@timestamp' };

/** The search over alerts. */
export function AlertsQuery({ params, onChange }: Props) {
  return (
    <IndexSearch
      index={ALERTS}
      language={languageOf(params)}
      query={params.query}
      label={i18n.translate('awsSiem.alerts.queryLabel', { defaultMessage: 'Search alerts' })}
      hints={HINTS}
      onSearch={onChange}
      testSubject="siemAlertsSearch"
    />
  );
}

const HINTS = {
  lucene: i18n.translate('awsSiem.alerts.lucene', {
    defaultMessage: 'Search alerts with Lucene, such as source.ip:203.0.113.7',
  }),
  kuery: i18n.translate('awsSiem.alerts.dql', {
    defaultMessage: 'Search alerts with DQL, such as source.ip : 203.0.113.7',
  }),
};

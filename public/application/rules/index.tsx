import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { ListPage } from '../../components/list_page';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { RulesTable } from './rules_table';

/** What raises alerts, and how each rule is doing. */
export function RulesPage() {
  const { api } = useSiem();
  const request = useRequest(useCallback((signal: AbortSignal) => api.rules.list(signal), [api]));
  return (
    <ListPage
      title={i18n.translate('awsSiem.rules.title', { defaultMessage: 'Rules' })}
      description={i18n.translate('awsSiem.rules.description', {
        defaultMessage: 'Searches that run again and again and raise alerts',
      })}
      request={request}
      create={{
        label: i18n.translate('awsSiem.rules.add', { defaultMessage: 'Create a rule' }),
        path: '/rules/new',
        testSubject: 'siemAddRule',
      }}
      empty={{
        icon: 'bell',
        title: i18n.translate('awsSiem.rules.emptyTitle', { defaultMessage: 'No rules yet' }),
        text: i18n.translate('awsSiem.rules.emptyText', {
          defaultMessage:
            'Create one here, or search in Discover until you see what you look for and choose "Create alert" there.',
        }),
      }}
      testSubject="siemRules"
    >
      {(items) => <RulesTable rules={items} reload={request.reload} />}
    </ListPage>
  );
}

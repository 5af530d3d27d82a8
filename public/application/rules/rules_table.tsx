import { EuiInMemoryTable } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useState } from 'react';
import { useHistory } from 'react-router-dom';
import type { RuleView } from '../../../common/rule';
import { useLinkTo } from '../../components/use_link_to';
import { useListActions } from '../../components/use_list_actions';
import { useTimeFormat } from '../../components/use_time_format';
import { ruleInputOf } from '../../services/inputs';
import { useSiem } from '../siem_context';
import { BulkActions } from './bulk_actions';
import { ruleActions, ruleColumns } from './rule_columns';

/** The rules, one or several of which can be switched or deleted at once. */
export function RulesTable({ rules, reload }: { rules: RuleView[]; reload(): void }) {
  const { api, canWrite } = useSiem();
  const history = useHistory();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const [selectedIds, setSelectedIds] = useState<string[]>([]);
  // As they are now, not as they were when they were ticked.
  const selected = rules.filter(({ id }) => selectedIds.includes(id));
  const { remove, changeEach } = useListActions<RuleView>(api.rules.remove, reload);

  const setEnabled = (items: RuleView[], enabled: boolean) =>
    void changeEach(
      items.filter((rule) => rule.enabled !== enabled),
      (rule) => api.rules.update(rule.id, { ...ruleInputOf(rule), enabled }),
    );
  const removeRules = (items: RuleView[]) =>
    void remove(
      items,
      i18n.translate('awsSiem.rules.deleteConsequence', {
        defaultMessage: 'It raises no more alerts. Alerts that are already there stay.',
      }),
    );

  return (
    <EuiInMemoryTable
      items={rules}
      itemId="id"
      columns={[
        ...ruleColumns({ linkTo, formatTime, canWrite, setEnabled }),
        ...(canWrite
          ? [
              ruleActions({
                edit: ({ id }) => history.push(`/rules/${encodeURIComponent(id)}`),
                remove: removeRules,
              }),
            ]
          : []),
      ]}
      isSelectable={canWrite}
      {...(canWrite && {
        selection: { onSelectionChange: (items: RuleView[]) => setSelectedIds(items.map(({ id }) => id)) },
      })}
      search={{
        box: {
          incremental: true,
          placeholder: i18n.translate('awsSiem.rules.search', { defaultMessage: 'Find a rule' }),
        },
        toolsLeft:
          selected.length > 0 ? (
            <BulkActions selected={selected} setEnabled={setEnabled} remove={removeRules} />
          ) : undefined,
      }}
      sorting={{ sort: { field: 'name', direction: 'asc' } }}
      pagination={{ initialPageSize: 25, pageSizeOptions: [25, 50, 100] }}
      tableCaption={i18n.translate('awsSiem.rules.caption', { defaultMessage: 'Rules' })}
      data-test-subj="siemRulesTable"
    />
  );
}

import { EuiBasicTable, EuiSpacer, EuiText, type Criteria } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { useHistory } from 'react-router-dom';
import type { RuleView } from '../../../common/rule';
import { useLinkTo } from '../../components/use_link_to';
import { useTimeFormat } from '../../components/use_time_format';
import { useUrlParams } from '../../services/url_state';
import { useSiem } from '../siem_context';
import { BulkActions } from './bulk_actions';
import { ChangeOutcome } from './change_outcome';
import { ruleActions } from './rule_actions';
import { ruleColumns, rulePath } from './rule_columns';
import { RuleFilters } from './rule_filters';
import { pageOf, RULE_PARAMS, rulesThatFit, sortRules } from './rule_params';
import { useRuleChanges } from './use_rule_changes';
import { useRuleExport } from './use_rule_export';
import type { RuleFigures } from './use_rule_figures';

interface Props {
  rules: RuleView[];
  figures: RuleFigures;
  reload(): void;
}

/** The rules: searched, filtered, sorted and paged by the URL; one or several can be changed at once. */
export function RulesTable({ rules, figures, reload }: Props) {
  const { canWrite } = useSiem();
  const history = useHistory();
  const linkTo = useLinkTo();
  const formatTime = useTimeFormat();
  const [params, setParams] = useUrlParams(RULE_PARAMS);
  const [selection, setSelection] = useState<{ ids: string[]; all: boolean }>({ ids: [], all: false });
  const changes = useRuleChanges(reload);
  const exportRules = useRuleExport();

  const { typeTitles, alerts, failingSince } = figures;
  const totals = new Map([...(alerts ?? [])].map(([id, { total }]) => [id, total]));
  const fitting = sortRules(rulesThatFit(rules, params), params, totals);
  const { pageIndex, pageSize, items } = pageOf(fitting, params);
  // As they are now, not as they were when they were ticked.
  const selected = selection.all ? fitting : fitting.filter(({ id }) => selection.ids.includes(id));

  const actions = ruleActions({
    edit: ({ id }) => history.push(`${rulePath(id)}/edit`),
    clone: ({ id }) => history.push(`/rules/new?clone=${encodeURIComponent(id)}`),
    exportOne: ({ id }) => void exportRules([id]),
    remove: (rule) => void changes.remove([rule]),
  });

  return (
    <>
      <ChangeOutcome {...changes} />
      <RuleFilters
        rules={rules}
        params={params}
        typeTitles={typeTitles}
        onChange={(filters) => setParams({ ...filters, page: '0' })}
      />
      <EuiSpacer size="s" />
      {selected.length > 0 ? (
        <BulkActions
          selected={selected}
          fitting={fitting.length}
          running={changes.running}
          change={(change) => void changes.change(selected, change)}
          remove={() => changes.remove(selected)}
          exportSelected={() => void exportRules(selected.map(({ id }) => id))}
          selectAll={() => setSelection({ ids: [], all: true })}
        />
      ) : (
        <EuiText size="xs" color="subdued" className="siem-toolbarText" data-test-subj="siemRulesTotal">
          <FormattedMessage
            id="awsSiem.rules.shown"
            defaultMessage="{fitting} of {total, plural, one {# rule} other {# rules}}"
            values={{ fitting: fitting.length, total: rules.length }}
          />
        </EuiText>
      )}
      <EuiBasicTable
        items={items}
        itemId="id"
        columns={[
          ...ruleColumns({
            linkTo,
            formatTime,
            canWrite,
            typeTitles,
            alerts,
            failingSince,
            setEnabled: (rule, enabled) =>
              void changes.change([rule], { action: enabled ? 'enable' : 'disable' }),
          }),
          ...(canWrite ? [actions] : []),
        ]}
        isSelectable={canWrite}
        {...(canWrite && {
          selection: {
            onSelectionChange: (chosen: RuleView[]) =>
              setSelection({ ids: chosen.map(({ id }) => id), all: false }),
          },
        })}
        rowProps={({ id }: RuleView) => ({ 'data-test-subj': `siemRule-${id}` })}
        noItemsMessage={i18n.translate('awsSiem.rules.noneFiltered', {
          defaultMessage: 'No rule fits. Clear a filter or the search.',
        })}
        pagination={{
          pageIndex,
          pageSize,
          totalItemCount: fitting.length,
          pageSizeOptions: [25, 50, 100],
        }}
        sorting={{
          sort: {
            field: params.sort as keyof RuleView,
            direction: params.order === 'desc' ? 'desc' : 'asc',
          },
        }}
        onChange={({ page, sort }: Criteria<RuleView>) =>
          setParams({
            page: String(page?.index ?? 0),
            size: String(page?.size ?? pageSize),
            sort: String(sort?.field ?? params.sort),
            order: sort?.direction ?? params.order,
          })
        }
        tableCaption={i18n.translate('awsSiem.rules.caption', { defaultMessage: 'Rules' })}
        data-test-subj="siemRulesTable"
      />
    </>
  );
}

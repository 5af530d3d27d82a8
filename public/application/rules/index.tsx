import { EuiButtonEmpty, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import { ListPage } from '../../components/list_page';
import { useLinkTo } from '../../components/use_link_to';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { RulesTable } from './rules_table';
import { useRuleExport } from './use_rule_export';
import { useRuleFigures } from './use_rule_figures';

/** What raises alerts, and how each rule is doing. */
export function RulesPage() {
  const { api } = useSiem();
  const request = useRequest(useCallback((signal: AbortSignal) => api.rules.list(signal), [api]));
  const figures = useRuleFigures();
  const reload = () => {
    request.reload();
    figures.reload();
  };
  return (
    <ListPage
      title={i18n.translate('awsSiem.rules.title', { defaultMessage: 'Rules' })}
      description={i18n.translate('awsSiem.rules.description', {
        defaultMessage: 'Searches that run again and again and raise alerts',
      })}
      request={{ ...request, reload }}
      create={{
        label: i18n.translate('awsSiem.rules.add', { defaultMessage: 'Create a rule' }),
        path: '/rules/new',
        testSubject: 'siemAddRule',
      }}
      actions={<PageActions />}
      empty={{
        icon: 'bell',
        title: i18n.translate('awsSiem.rules.emptyTitle', { defaultMessage: 'No rules yet' }),
        text: i18n.translate('awsSiem.rules.emptyText', {
          defaultMessage:
            'Create one here, or search in Discover until you see what you look for and choose "Create alert" there. Or begin with a handful of rules for AWS logs that are ready to be imported.',
        }),
        actions: <EmptyActions />,
      }}
      testSubject="siemRules"
    >
      {(items) => <RulesTable rules={items} figures={figures} reload={reload} />}
    </ListPage>
  );
}

/** Leads to the log, and takes rules in and out. */
function PageActions() {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  const exportRules = useRuleExport();
  return (
    <>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty size="s" iconType="list" {...linkTo('/rules/log')} data-test-subj="siemRuleLogLink">
          <FormattedMessage id="awsSiem.rules.log" defaultMessage="Execution log" />
        </EuiButtonEmpty>
      </EuiFlexItem>
      {canWrite && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="importAction"
            {...linkTo('/rules/import')}
            data-test-subj="siemImportRules"
          >
            <FormattedMessage id="awsSiem.rules.import" defaultMessage="Import" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="exportAction"
          onClick={() => void exportRules()}
          data-test-subj="siemExportRules"
        >
          <FormattedMessage id="awsSiem.rules.exportAll" defaultMessage="Export all" />
        </EuiButtonEmpty>
      </EuiFlexItem>
    </>
  );
}

function EmptyActions() {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiButtonEmpty
        size="s"
        iconType="starEmpty"
        {...linkTo('/rules/import?from=starters')}
        data-test-subj="siemStarterRules"
      >
        <FormattedMessage id="awsSiem.rules.starters" defaultMessage="Look at the ready-made rules" />
      </EuiButtonEmpty>
      <EuiButtonEmpty
        size="s"
        iconType="importAction"
        {...linkTo('/rules/import')}
        data-test-subj="siemImportRules"
      >
        <FormattedMessage id="awsSiem.rules.importFile" defaultMessage="Import a file" />
      </EuiButtonEmpty>
      <EuiButtonEmpty size="s" iconType="beaker" {...linkTo('/start')} data-test-subj="siemTrySample">
        <FormattedMessage id="awsSiem.rules.sample" defaultMessage="Try it with sample data" />
      </EuiButtonEmpty>
    </>
  );
}

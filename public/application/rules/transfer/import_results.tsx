import {
  EuiButton,
  EuiCallOut,
  EuiHealth,
  EuiInMemoryTable,
  EuiLink,
  EuiPanel,
  EuiSpacer,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleImportResponse } from '../../../../common/rule_transfer';
import { useLinkTo, type LinkProps } from '../../../components/use_link_to';
import { rulePath } from '../rule_columns';

type Result = RuleImportResponse['results'][number];
type Outcome = Result['outcome'];

interface Props {
  results: Result[];
  /** Nothing was changed yet. */
  dryRun?: boolean;
  running?: boolean;
  onApply?(): void;
}

/** What happened to each rule of an import, or what would, failures first; and the button that does it. */
export function ImportResults({ results, dryRun = false, running = false, onApply }: Props) {
  const linkTo = useLinkTo();
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  const failed = count('failed');
  const toDo = count('created') + count('updated');
  const values = {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    failed,
  };
  const sorted = [...results].sort((a, b) => Number(b.outcome === 'failed') - Number(a.outcome === 'failed'));
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemImportResults">
      <div aria-live="polite">
        <EuiCallOut
          size="s"
          color={failed > 0 ? 'warning' : dryRun ? 'primary' : 'success'}
          iconType={failed > 0 ? 'alert' : 'check'}
          title={
            dryRun
              ? i18n.translate('awsSiem.ruleImport.would', {
                  defaultMessage:
                    '{created} would be made, {updated} changed, {unchanged} left as they are, {failed} cannot be imported',
                  values,
                })
              : i18n.translate('awsSiem.ruleImport.did', {
                  defaultMessage:
                    '{created} made, {updated} changed, {unchanged} left as they were, {failed} not imported',
                  values,
                })
          }
          data-test-subj="siemImportSummary"
        />
      </div>
      <EuiSpacer size="m" />
      {dryRun ? (
        <EuiButton
          fill
          size="s"
          isDisabled={toDo === 0}
          isLoading={running}
          onClick={onApply}
          data-test-subj="siemImportApply"
        >
          <FormattedMessage
            id="awsSiem.ruleImport.apply"
            defaultMessage="Import {toDo, plural, one {one rule} other {# rules}}"
            values={{ toDo }}
          />
        </EuiButton>
      ) : (
        <EuiButton fill size="s" {...linkTo('/rules')} data-test-subj="siemImportDone">
          <FormattedMessage id="awsSiem.ruleImport.done" defaultMessage="Go to the rules" />
        </EuiButton>
      )}
      <EuiSpacer size="s" />
      <EuiInMemoryTable
        items={sorted}
        itemId="line"
        columns={columnsOf(dryRun, linkTo)}
        pagination={{ initialPageSize: 25, pageSizeOptions: [25, 50, 100] }}
        tableCaption={i18n.translate('awsSiem.ruleImport.caption', { defaultMessage: 'Rules of the import' })}
        data-test-subj="siemImportTable"
      />
    </EuiPanel>
  );
}

const COLORS: Record<Outcome, string> = {
  created: 'success',
  updated: 'primary',
  unchanged: 'subdued',
  failed: 'danger',
};

const LABELS: Record<Outcome, { will: string; did: string }> = {
  created: {
    will: i18n.translate('awsSiem.ruleImport.willCreate', { defaultMessage: 'New' }),
    did: i18n.translate('awsSiem.ruleImport.created', { defaultMessage: 'Made' }),
  },
  updated: {
    will: i18n.translate('awsSiem.ruleImport.willUpdate', { defaultMessage: 'Changes' }),
    did: i18n.translate('awsSiem.ruleImport.updated', { defaultMessage: 'Changed' }),
  },
  unchanged: {
    will: i18n.translate('awsSiem.ruleImport.willStay', { defaultMessage: 'The same' }),
    did: i18n.translate('awsSiem.ruleImport.unchanged', { defaultMessage: 'Left as it was' }),
  },
  failed: {
    will: i18n.translate('awsSiem.ruleImport.willFail', { defaultMessage: 'Cannot be imported' }),
    did: i18n.translate('awsSiem.ruleImport.failed', { defaultMessage: 'Not imported' }),
  },
};

function columnsOf(dryRun: boolean, linkTo: (path: string) => LinkProps): Array<EuiBasicTableColumn<Result>> {
  return [
    {
      field: 'line',
      name: i18n.translate('awsSiem.ruleImport.line', { defaultMessage: 'Line' }),
      width: '64px',
      sortable: true,
    },
    {
      name: i18n.translate('awsSiem.ruleImport.rule', { defaultMessage: 'Rule' }),
      width: '30%',
      render: ({ id, name, outcome }: Result) => {
        const isThere = id !== undefined && outcome !== 'failed' && (!dryRun || outcome !== 'created');
        const label = name ?? id ?? '–';
        return isThere ? <EuiLink {...linkTo(rulePath(id))}>{label}</EuiLink> : label;
      },
    },
    {
      field: 'outcome',
      name: i18n.translate('awsSiem.ruleImport.outcome', { defaultMessage: 'Outcome' }),
      width: '180px',
      sortable: true,
      render: (outcome: Outcome) => (
        <EuiHealth color={COLORS[outcome]}>{LABELS[outcome][dryRun ? 'will' : 'did']}</EuiHealth>
      ),
    },
    {
      field: 'message',
      name: i18n.translate('awsSiem.ruleImport.message', { defaultMessage: 'Remarks' }),
      render: (message?: string) => <span className="siem-break">{message}</span>,
    },
  ];
}

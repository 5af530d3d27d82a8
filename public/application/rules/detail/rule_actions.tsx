import {
  EuiButton,
  EuiButtonEmpty,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPopover,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { useHistory } from 'react-router-dom';
import type { RuleView } from '../../../../common/rule';
import { useLinkTo } from '../../../components/use_link_to';
import { useSiem } from '../../siem_context';
import { BulkDialog } from '../bulk_dialog';
import { rulePath } from '../rule_columns';
import type { RuleChanges } from '../use_rule_changes';
import { useRuleExport } from '../use_rule_export';

interface Props {
  rule: RuleView;
  changes: RuleChanges;
  loading: boolean;
  reload(): void;
}

/** What can be done with the rule as a whole. */
export function RuleActions({ rule, changes, loading, reload }: Props) {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  const { enabled } = rule;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="refresh"
          isLoading={loading}
          onClick={reload}
          data-test-subj="siemRefresh"
        >
          <FormattedMessage id="awsSiem.list.refresh" defaultMessage="Refresh" />
        </EuiButtonEmpty>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <MoreActions rule={rule} changes={changes} />
      </EuiFlexItem>
      {canWrite && (
        <>
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              iconType={enabled ? 'pause' : 'play'}
              isLoading={changes.running}
              onClick={() => void changes.change([rule], { action: enabled ? 'disable' : 'enable' })}
              data-test-subj="siemSwitchRule"
            >
              {enabled
                ? i18n.translate('awsSiem.ruleDetail.disable', { defaultMessage: 'Switch off' })
                : i18n.translate('awsSiem.ruleDetail.enable', { defaultMessage: 'Switch on' })}
            </EuiButton>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              size="s"
              iconType="pencil"
              {...linkTo(`${rulePath(rule.id)}/edit`)}
              data-test-subj="siemEditRule"
            >
              <FormattedMessage id="awsSiem.ruleDetail.edit" defaultMessage="Edit" />
            </EuiButton>
          </EuiFlexItem>
        </>
      )}
    </EuiFlexGroup>
  );
}

function MoreActions({ rule, changes }: Pick<Props, 'rule' | 'changes'>) {
  const { canWrite } = useSiem();
  const history = useHistory();
  const exportRules = useRuleExport();
  const [isOpen, setIsOpen] = useState(false);
  const [snoozing, setSnoozing] = useState(false);

  async function remove(): Promise<void> {
    if (await changes.remove([rule])) history.push('/rules');
  }

  const item = (id: string, icon: string, label: string, action: () => void) => (
    <EuiContextMenuItem
      key={id}
      icon={icon}
      onClick={() => {
        setIsOpen(false);
        action();
      }}
      data-test-subj={`siemRule-${id}`}
    >
      {label}
    </EuiContextMenuItem>
  );
  const exporting = item(
    'export',
    'exportAction',
    i18n.translate('awsSiem.ruleDetail.export', { defaultMessage: 'Export' }),
    () => void exportRules([rule.id]),
  );
  const items = canWrite
    ? [
        item(
          'snooze',
          'moon',
          i18n.translate('awsSiem.ruleDetail.snooze', { defaultMessage: 'Snooze…' }),
          () => setSnoozing(true),
        ),
        item('clone', 'copy', i18n.translate('awsSiem.ruleDetail.clone', { defaultMessage: 'Clone' }), () =>
          history.push(`/rules/new?clone=${encodeURIComponent(rule.id)}`),
        ),
        exporting,
        item(
          'delete',
          'trash',
          i18n.translate('awsSiem.ruleDetail.delete', { defaultMessage: 'Delete…' }),
          () => void remove(),
        ),
      ]
    : [exporting];
  return (
    <>
      <EuiPopover
        isOpen={isOpen}
        closePopover={() => setIsOpen(false)}
        panelPaddingSize="none"
        anchorPosition="downRight"
        button={
          <EuiButtonEmpty
            size="s"
            iconType="arrowDown"
            iconSide="right"
            onClick={() => setIsOpen(!isOpen)}
            data-test-subj="siemRuleMore"
          >
            <FormattedMessage id="awsSiem.ruleDetail.more" defaultMessage="More" />
          </EuiButtonEmpty>
        }
      >
        <EuiContextMenuPanel items={items} />
      </EuiPopover>
      {snoozing && (
        <BulkDialog
          question="snooze"
          rules={[rule]}
          onCancel={() => setSnoozing(false)}
          onConfirm={(change) => {
            setSnoozing(false);
            void changes.change([rule], change);
          }}
        />
      )}
    </>
  );
}

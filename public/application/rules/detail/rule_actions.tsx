import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
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
import { ActionMenu, menuAction } from '../../../components/action_menu';
import { RefreshButton } from '../../../components/refresh_button';

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
        <RefreshButton loading={loading} reload={reload} />
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
  const [snoozing, setSnoozing] = useState(false);

  const exporting = menuAction(
    'export',
    'exportAction',
    i18n.translate('awsSiem.ruleDetail.export', { defaultMessage: 'Export' }),
    () => void exportRules([rule.id]),
  );
  const actions = canWrite
    ? [
        menuAction(
          'snooze',
          'moon',
          i18n.translate('awsSiem.ruleDetail.snooze', { defaultMessage: 'Snooze…' }),
          () => setSnoozing(true),
        ),
        menuAction(
          'clone',
          'copy',
          i18n.translate('awsSiem.ruleDetail.clone', { defaultMessage: 'Clone' }),
          () => history.push(`/rules/new?clone=${encodeURIComponent(rule.id)}`),
        ),
        exporting,
        menuAction(
          'delete',
          'trash',
          i18n.translate('awsSiem.ruleDetail.delete', { defaultMessage: 'Delete…' }),
          () => void changes.remove([rule]),
        ),
      ]
    : [exporting];
  return (
    <>
      <ActionMenu
        actions={actions}
        testSubject="siemRule"
        anchorPosition="downRight"
        button={(toggle) => (
          <EuiButtonEmpty
            size="s"
            iconType="arrowDown"
            iconSide="right"
            onClick={toggle}
            data-test-subj="siemRuleMore"
          >
            <FormattedMessage id="awsSiem.ruleDetail.more" defaultMessage="More" />
          </EuiButtonEmpty>
        )}
      />
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

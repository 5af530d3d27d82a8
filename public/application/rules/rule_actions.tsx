import type { EuiTableActionsColumnType } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { RuleView } from '../../../common/rule';

interface Actions {
  edit(rule: RuleView): void;
  clone(rule: RuleView): void;
  exportOne(rule: RuleView): void;
  remove(rule: RuleView): void;
}

/** What can be done with one rule of the list. */
export function ruleActions({
  edit,
  clone,
  exportOne,
  remove,
}: Actions): EuiTableActionsColumnType<RuleView> {
  return {
    name: i18n.translate('awsSiem.rules.actions', { defaultMessage: 'Actions' }),
    width: '84px',
    actions: [
      {
        type: 'icon',
        icon: 'pencil',
        isPrimary: true,
        name: i18n.translate('awsSiem.rules.edit', { defaultMessage: 'Edit' }),
        description: i18n.translate('awsSiem.rules.editHelp', { defaultMessage: 'Edit this rule' }),
        onClick: edit,
        'data-test-subj': 'siemEditRule',
      },
      {
        type: 'icon',
        icon: 'copy',
        name: i18n.translate('awsSiem.rules.clone', { defaultMessage: 'Clone' }),
        description: i18n.translate('awsSiem.rules.cloneHelp', {
          defaultMessage: 'Make a rule that begins as this one',
        }),
        onClick: clone,
        'data-test-subj': 'siemCloneRule',
      },
      {
        type: 'icon',
        icon: 'exportAction',
        name: i18n.translate('awsSiem.rules.export', { defaultMessage: 'Export' }),
        description: i18n.translate('awsSiem.rules.exportHelp', {
          defaultMessage: 'Save this rule as a file',
        }),
        onClick: exportOne,
        'data-test-subj': 'siemExportRule',
      },
      {
        type: 'icon',
        icon: 'trash',
        color: 'danger',
        name: i18n.translate('awsSiem.rules.delete', { defaultMessage: 'Delete' }),
        description: i18n.translate('awsSiem.rules.deleteHelp', { defaultMessage: 'Delete this rule' }),
        onClick: remove,
        'data-test-subj': 'siemDeleteRule',
      },
    ],
  };
}

import { EuiButtonIcon, type EuiTableComputedColumnType } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { RuleView } from '../../../common/rule';
import { ActionMenu } from '../../components/action_menu';

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
}: Actions): EuiTableComputedColumnType<RuleView> {
  return {
    name: i18n.translate('awsSiem.rules.actions', { defaultMessage: 'Actions' }),
    width: '84px',
    align: 'right',
    render: (rule: RuleView) => (
      <>
        <EuiButtonIcon
          iconType="pencil"
          color="text"
          onClick={() => edit(rule)}
          aria-label={i18n.translate('awsSiem.rules.edit', {
            defaultMessage: 'Edit {name}',
            values: { name: rule.name },
          })}
          data-test-subj="siemEditRule"
        />
        <ActionMenu
          testSubject="siemRule"
          anchorPosition="downRight"
          actions={[
            { id: 'clone', icon: 'copy', label: CLONE, action: () => clone(rule) },
            { id: 'export', icon: 'exportAction', label: EXPORT, action: () => exportOne(rule) },
            { id: 'delete', icon: 'trash', label: DELETE, action: () => remove(rule) },
          ]}
          button={(toggle) => (
            <EuiButtonIcon
              iconType="boxesHorizontal"
              color="text"
              onClick={toggle}
              aria-label={i18n.translate('awsSiem.rules.moreActions', {
                defaultMessage: 'More actions for {name}',
                values: { name: rule.name },
              })}
              data-test-subj="siemMoreOfRule"
            />
          )}
        />
      </>
    ),
  };
}

const CLONE = i18n.translate('awsSiem.rules.clone', { defaultMessage: 'Clone' });
const EXPORT = i18n.translate('awsSiem.rules.export', { defaultMessage: 'Export' });
const DELETE = i18n.translate('awsSiem.rules.delete', { defaultMessage: 'Delete' });

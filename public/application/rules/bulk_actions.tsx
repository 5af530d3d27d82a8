import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { RuleView } from '../../../common/rule';
import { ActionMenu, menuAction } from '../../components/action_menu';
import { BulkDialog, type BulkQuestion } from './bulk_dialog';
import type { RuleChange, RuleChanges } from './use_rule_changes';

interface Props {
  selected: RuleView[];
  /** How many rules fit the filters. */
  fitting: number;
  running: boolean;
  change(change: RuleChange): void;
  remove: () => ReturnType<RuleChanges['remove']>;
  exportSelected(): void;
  selectAll(): void;
}

/** What can be done with all selected rules at once. */
export function BulkActions(props: Props) {
  const { selected, fitting, running, change, remove, exportSelected, selectAll } = props;
  const [question, setQuestion] = useState<BulkQuestion>();
  const ask = (kind: BulkQuestion) => () => setQuestion(kind);
  const actions = [
    menuAction('enable', 'play', i18n.translate('awsSiem.bulk.enable', { defaultMessage: 'Switch on' }), () =>
      change({ action: 'enable' }),
    ),
    menuAction(
      'disable',
      'pause',
      i18n.translate('awsSiem.bulk.disable', { defaultMessage: 'Switch off' }),
      () => change({ action: 'disable' }),
    ),
    menuAction(
      'snooze',
      'moon',
      i18n.translate('awsSiem.bulk.snooze', { defaultMessage: 'Snooze…' }),
      ask('snooze'),
    ),
    menuAction('wake', 'bell', i18n.translate('awsSiem.bulk.wake', { defaultMessage: 'End snooze' }), () =>
      change({ action: 'snooze' }),
    ),
    menuAction(
      'add_tags',
      'tag',
      i18n.translate('awsSiem.bulk.addTags', { defaultMessage: 'Add tags…' }),
      ask('add_tags'),
    ),
    menuAction(
      'remove_tags',
      'tag',
      i18n.translate('awsSiem.bulk.removeTags', { defaultMessage: 'Remove tags…' }),
      ask('remove_tags'),
    ),
    menuAction(
      'severity',
      'alert',
      i18n.translate('awsSiem.bulk.severity', { defaultMessage: 'Set severity…' }),
      ask('set_severity'),
    ),
    menuAction(
      'export',
      'exportAction',
      i18n.translate('awsSiem.bulk.export', { defaultMessage: 'Export' }),
      exportSelected,
    ),
    menuAction(
      'delete',
      'trash',
      i18n.translate('awsSiem.bulk.delete', { defaultMessage: 'Delete…' }),
      () => void remove(),
    ),
  ];
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <ActionMenu
          actions={actions}
          testSubject="siemBulk"
          anchorPosition="downLeft"
          button={(toggle) => (
            <EuiButton
              size="s"
              iconType="arrowDown"
              iconSide="right"
              isLoading={running}
              onClick={toggle}
              data-test-subj="siemBulk"
            >
              <FormattedMessage
                id="awsSiem.bulk.change"
                defaultMessage="Change {count, plural, one {# rule} other {# rules}}"
                values={{ count: selected.length }}
              />
            </EuiButton>
          )}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        {selected.length < fitting ? (
          <EuiButtonEmpty size="s" onClick={selectAll} data-test-subj="siemSelectAllRules">
            <FormattedMessage
              id="awsSiem.bulk.selectAll"
              defaultMessage="Select all {count}"
              values={{ count: fitting }}
            />
          </EuiButtonEmpty>
        ) : (
          <EuiText size="s" color="subdued">
            <FormattedMessage id="awsSiem.bulk.allSelected" defaultMessage="All that fit are selected" />
          </EuiText>
        )}
      </EuiFlexItem>
      {question && (
        <BulkDialog
          question={question}
          rules={selected}
          onCancel={() => setQuestion(undefined)}
          onConfirm={(answer) => {
            setQuestion(undefined);
            change(answer);
          }}
        />
      )}
    </EuiFlexGroup>
  );
}

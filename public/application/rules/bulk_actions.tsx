import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleView } from '../../../common/rule';

interface Props {
  selected: RuleView[];
  setEnabled(rules: RuleView[], enabled: boolean): void;
  remove(rules: RuleView[]): void;
}

/** What can be done with all selected rules at once. */
export function BulkActions({ selected, setEnabled, remove }: Props) {
  const values = { count: selected.length };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiButton onClick={() => setEnabled(selected, true)} data-test-subj="siemBulkEnable">
          <FormattedMessage id="awsSiem.rules.enableSome" defaultMessage="Enable {count}" values={values} />
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton onClick={() => setEnabled(selected, false)} data-test-subj="siemBulkDisable">
          <FormattedMessage id="awsSiem.rules.disableSome" defaultMessage="Disable {count}" values={values} />
        </EuiButton>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton color="danger" onClick={() => remove(selected)} data-test-subj="siemBulkDelete">
          <FormattedMessage id="awsSiem.rules.deleteSome" defaultMessage="Delete {count}" values={values} />
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

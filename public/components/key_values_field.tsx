import { EuiButtonEmpty, EuiButtonIcon, EuiFieldText, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';

interface Props {
  value: Record<string, string>;
  disabled?: boolean;
  onChange(value: Record<string, string>): void;
  testSubject: string;
}

/** Names with values, a row each. Rows live here, since a record cannot hold a row whose name is still empty. */
export function KeyValuesField({ value, disabled, onChange, testSubject }: Props) {
  const [rows, setRows] = useState<Array<[string, string]>>(() => Object.entries(value));
  function change(next: Array<[string, string]>) {
    setRows(next);
    onChange(Object.fromEntries(next.filter(([name]) => name.trim() !== '')));
  }
  const set = (at: number, row: [string, string]) =>
    change(rows.map((old, index) => (index === at ? row : old)));
  return (
    <div data-test-subj={testSubject}>
      {rows.map(([name, text], index) => (
        <EuiFlexGroup key={index} gutterSize="s" responsive={false} alignItems="center">
          <EuiFlexItem>
            <EuiFieldText
              value={name}
              disabled={disabled}
              aria-label={i18n.translate('awsSiem.keyValues.name', { defaultMessage: 'Name' })}
              onChange={(event) => set(index, [event.target.value, text])}
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiFieldText
              value={text}
              disabled={disabled}
              aria-label={i18n.translate('awsSiem.keyValues.value', { defaultMessage: 'Value' })}
              onChange={(event) => set(index, [name, event.target.value])}
            />
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonIcon
              iconType="trash"
              color="danger"
              disabled={disabled}
              aria-label={i18n.translate('awsSiem.keyValues.remove', { defaultMessage: 'Remove' })}
              onClick={() => change(rows.filter((_row, at) => at !== index))}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      ))}
      <EuiButtonEmpty
        size="xs"
        iconType="plusInCircle"
        disabled={disabled}
        onClick={() => setRows([...rows, ['', '']])}
        data-test-subj={`${testSubject}-add`}
      >
        <FormattedMessage id="awsSiem.keyValues.add" defaultMessage="Add a row" />
      </EuiButtonEmpty>
    </div>
  );
}

import { EuiButtonEmpty, EuiButtonIcon, EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { defaultsOf, type Field, type FieldValues } from '../../common/field';

interface Props {
  field: Extract<Field, { type: 'rows' }>;
  rows: FieldValues[];
  disabled?: boolean;
  onChange(rows: FieldValues[]): void;
  /** The inputs of one row. */
  children(row: FieldValues, index: number, onChange: (row: FieldValues) => void): React.ReactNode;
}

/** Objects of declared fields, one a panel, to be added and taken away. */
export function RowsField({ field, rows, disabled, onChange, children }: Props) {
  const { rowLabel, minItems, maxItems } = field;
  return (
    <div data-test-subj={`siemField-${field.name}`}>
      {rows.map((row, index) => (
        <React.Fragment key={index}>
          <EuiPanel paddingSize="s" hasShadow={false}>
            <EuiFlexGroup gutterSize="s" responsive={false}>
              <EuiFlexItem className="siem-rowFields">
                {children(row, index, (changed) =>
                  onChange(rows.map((each, at) => (at === index ? changed : each))),
                )}
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButtonIcon
                  iconType="trash"
                  color="danger"
                  isDisabled={disabled || rows.length <= minItems}
                  aria-label={i18n.translate('awsSiem.rows.remove', {
                    defaultMessage: 'Remove {label} {number}',
                    values: { label: rowLabel, number: index + 1 },
                  })}
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                />
              </EuiFlexItem>
            </EuiFlexGroup>
          </EuiPanel>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <EuiButtonEmpty
        size="s"
        iconType="plusInCircle"
        isDisabled={disabled || rows.length >= maxItems}
        onClick={() => onChange([...rows, defaultsOf(field.fields)])}
      >
        {i18n.translate('awsSiem.rows.add', { defaultMessage: 'Add {label}', values: { label: rowLabel } })}
      </EuiButtonEmpty>
    </div>
  );
}

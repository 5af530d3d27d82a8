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
  // Those that must be there are there from the start.
  const shown = Array.from(
    { length: Math.max(rows.length, minItems) },
    (_, index) => rows[index] ?? defaultsOf(field.fields),
  );
  return (
    <div data-test-subj={`siemField-${field.name}`}>
      {shown.map((row, index) => (
        <React.Fragment key={index}>
          <EuiPanel paddingSize="s" hasShadow={false}>
            <EuiFlexGroup gutterSize="s" responsive={false}>
              <EuiFlexItem className="siem-rowFields">
                {children(row, index, (changed) =>
                  onChange(shown.map((each, at) => (at === index ? changed : each))),
                )}
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButtonIcon
                  iconType="trash"
                  color="danger"
                  isDisabled={disabled || shown.length <= minItems}
                  aria-label={i18n.translate('awsSiem.rows.remove', {
                    defaultMessage: 'Remove {label} {number}',
                    values: { label: rowLabel, number: index + 1 },
                  })}
                  onClick={() => onChange(shown.filter((_, at) => at !== index))}
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
        isDisabled={disabled || shown.length >= maxItems}
        onClick={() => onChange([...shown, defaultsOf(field.fields)])}
      >
        {i18n.translate('awsSiem.rows.add', { defaultMessage: 'Add {label}', values: { label: rowLabel } })}
      </EuiButtonEmpty>
    </div>
  );
}

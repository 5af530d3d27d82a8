import { EuiFormRow } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { type ReactNode } from 'react';
import { isVisible, type Field, type FieldValues } from '../../common/field';
import type { FieldErrors } from '../services/errors';
import { FieldInput } from './field_input';
import { RowsField } from './rows_field';

interface Props {
  fields: readonly Field[];
  values: FieldValues;
  /** By path, below `path`. */
  errors: FieldErrors;
  /** Where the values stand in what is sent, e.g. `params`. */
  path: string;
  disabled?: boolean;
  /** Names of secret fields that have a stored value. */
  secretsSet?: readonly string[];
  /** More help to a field, below its own. */
  helpFor?(field: Field): ReactNode;
  onChange(values: FieldValues): void;
}

/** Draws the inputs that a rule type or channel type declares, whichever they are. */
export function DeclarationForm(props: Props) {
  const { fields, values, errors, path, onChange } = props;
  return (
    <>
      {fields
        .filter((field) => isVisible(field, values))
        .map((field) => {
          const error = errors[`${path}.${field.name}`];
          return (
            <EuiFormRow
              key={field.name}
              fullWidth
              // A switch carries its own label.
              label={field.type === 'boolean' ? undefined : field.label}
              labelAppend={field.optional && <OptionalMark />}
              helpText={helpOf(field, props.helpFor?.(field))}
              isInvalid={error !== undefined}
              error={error}
              hasChildLabel={!OWN_LABELS.has(field.type)}
            >
              {field.type === 'rows' ? (
                <RowsField
                  field={field}
                  rows={(values[field.name] as FieldValues[] | undefined) ?? []}
                  disabled={props.disabled}
                  onChange={(rows) => onChange(withValue(values, field.name, rows))}
                >
                  {(row, index, onRow) => (
                    <DeclarationForm
                      {...props}
                      fields={field.fields}
                      values={row}
                      path={`${path}.${field.name}.${index}`}
                      onChange={onRow}
                    />
                  )}
                </RowsField>
              ) : (
                <FieldInput
                  field={field}
                  value={values[field.name]}
                  isInvalid={error !== undefined}
                  disabled={props.disabled}
                  secretSet={props.secretsSet?.includes(field.name)}
                  onChange={(value) => onChange(withValue(values, field.name, value))}
                />
              )}
            </EuiFormRow>
          );
        })}
    </>
  );
}

function helpOf({ help }: Field, more: ReactNode): ReactNode {
  return more ? (
    <>
      {help} {more}
    </>
  ) : (
    help
  );
}

/** Fields whose inputs are several, each with a label of its own. */
const OWN_LABELS = new Set<Field['type']>(['boolean', 'key_values', 'rows']);

/** Stands at the right of an input's label. */
export function OptionalMark() {
  return (
    <span className="euiText euiText--extraSmall">
      {i18n.translate('awsSiem.field.optional', { defaultMessage: 'optional' })}
    </span>
  );
}

/** `undefined` takes the value out, so that what was cleared is not sent as empty. */
function withValue(values: FieldValues, name: string, value: unknown): FieldValues {
  const { [name]: _old, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}

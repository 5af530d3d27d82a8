import { EuiComboBox } from '@elastic/eui';
import React from 'react';

interface Props {
  id?: string;
  values: string[];
  label: string;
  /** What can be picked; anything else can be typed as well. */
  suggestions?: string[];
  placeholder?: string;
  isLoading?: boolean;
  isInvalid?: boolean;
  disabled?: boolean;
  single?: boolean;
  onChange(values: string[]): void;
  testSubject: string;
}

/** A list of texts, each shown as a pill. */
export function TextListField(props: Props) {
  const { values, suggestions, single, onChange } = props;
  return (
    <EuiComboBox
      id={props.id}
      fullWidth
      aria-label={props.label}
      placeholder={props.placeholder}
      isLoading={props.isLoading}
      isInvalid={props.isInvalid}
      isDisabled={props.disabled}
      noSuggestions={!suggestions}
      singleSelection={single ? { asPlainText: true } : false}
      options={(suggestions ?? []).map((label) => ({ label }))}
      selectedOptions={values.map((label) => ({ label }))}
      onCreateOption={(text) => {
        const value = text.trim();
        if (value !== '' && !values.includes(value)) onChange(single ? [value] : [...values, value]);
      }}
      onChange={(options) => onChange(options.map(({ label }) => label))}
      data-test-subj={props.testSubject}
    />
  );
}

import { EuiFormRow, EuiSpacer, EuiTitle } from '@elastic/eui';
import React, { type ReactElement, type ReactNode } from 'react';
import { OptionalMark } from './declaration_form';

/** A heading with the inputs that belong together. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
      <EuiSpacer size="l" />
    </section>
  );
}

interface RowProps {
  label: string;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  children: ReactElement;
}

/** One labelled input with its help and its mistake. */
export function FormRow({ label, help, error, optional, children }: RowProps) {
  return (
    <EuiFormRow
      fullWidth
      label={label}
      labelAppend={optional && <OptionalMark />}
      helpText={help}
      isInvalid={error !== undefined}
      error={error}
    >
      {children}
    </EuiFormRow>
  );
}

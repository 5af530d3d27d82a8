import { EuiForm } from '@elastic/eui';
import React, { type ReactNode } from 'react';

interface Props {
  onSubmit(): void;
  children: ReactNode;
  testSubject: string;
}

/** A form whose Enter key and Save button do the same; the browser's own validation stays out of the way of ours. */
export function SiemForm({ onSubmit, children, testSubject }: Props) {
  return (
    <EuiForm
      component="form"
      noValidate
      onSubmit={(event: React.FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        onSubmit();
      }}
      data-test-subj={testSubject}
    >
      {children}
    </EuiForm>
  );
}

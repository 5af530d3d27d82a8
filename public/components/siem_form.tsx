import { EuiForm } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { useSiem } from '../application/siem_context';

interface Props {
  onSubmit(): void;
  children: ReactNode;
  testSubject: string;
}

/** A form whose Enter key and Save button do the same; the browser's own validation stays out of the way of ours. */
export function SiemForm({ onSubmit, children, testSubject }: Props) {
  const { canWrite } = useSiem();
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
      {/* People without write rights see all of it, and can change none. */}
      <fieldset className="siem-formFields" disabled={!canWrite}>
        {children}
      </fieldset>
    </EuiForm>
  );
}

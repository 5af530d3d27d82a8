import { EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import React, { type ReactNode } from 'react';

/** A titled part of the page. */
export function Panel({
  title,
  testSubject,
  children,
}: {
  title: string;
  testSubject: string;
  children: ReactNode;
}) {
  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj={testSubject}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
  );
}

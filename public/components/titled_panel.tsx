import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import React, { type ReactNode } from 'react';

interface Props {
  title: string;
  /** A few words beside the title. */
  note?: ReactNode;
  /** Links and buttons at the end of the title's line. */
  actions?: ReactNode;
  className?: string;
  testSubject?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function TitledPanel({ title, note, actions, className, testSubject, children }: Props) {
  return (
    <EuiPanel hasShadow={false} paddingSize="m" className={className} data-test-subj={testSubject}>
      <EuiFlexGroup gutterSize="s" alignItems="baseline" responsive={false} className="siem-noGrow">
        <EuiFlexItem grow={false}>
          <EuiTitle size="xs">
            <h2>{title}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem>
          {note && (
            <EuiText size="xs" color="subdued" className="siem-inText">
              {note}
            </EuiText>
          )}
        </EuiFlexItem>
        {actions && <EuiFlexItem grow={false}>{actions}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
  );
}

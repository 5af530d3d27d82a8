import { EuiPanel, EuiText } from '@elastic/eui';
import React, { type ReactNode } from 'react';

interface Props {
  label: string;
  value: ReactNode;
  /** A line below the value. */
  note?: ReactNode;
  testSubject?: string;
}

/** One figure of a page's head, to stand in a `siem-facts` grid. */
export function Fact({ label, value, note, testSubject }: Props) {
  return (
    <EuiPanel className="siem-metric" paddingSize="m" hasShadow={false} data-test-subj={testSubject}>
      <EuiText size="s" color="subdued">
        {label}
      </EuiText>
      <div className="siem-factValue">{value}</div>
      {note && (
        <EuiText size="xs" color="subdued">
          {note}
        </EuiText>
      )}
    </EuiPanel>
  );
}

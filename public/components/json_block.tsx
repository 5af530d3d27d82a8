import { EuiCodeBlock } from '@elastic/eui';
import React from 'react';

/** A value as indented JSON that can be scrolled by keyboard and copied. */
export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  return (
    <div className="siem-scroll" tabIndex={0} role="group" aria-label={label} style={{ maxHeight: 260 }}>
      <EuiCodeBlock language="json" fontSize="s" paddingSize="s" isCopyable>
        {JSON.stringify(value, null, 2)}
      </EuiCodeBlock>
    </div>
  );
}

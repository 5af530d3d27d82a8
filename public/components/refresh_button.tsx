import { EuiButtonEmpty } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';

/** Loads again what a page shows. */
export function RefreshButton({ loading, reload }: { loading: boolean; reload(): void }) {
  return (
    <EuiButtonEmpty
      size="s"
      iconType="refresh"
      isLoading={loading}
      onClick={reload}
      data-test-subj="siemRefresh"
    >
      <FormattedMessage id="awsSiem.list.refresh" defaultMessage="Refresh" />
    </EuiButtonEmpty>
  );
}

import { EuiButton, EuiCallOut, EuiLoadingSpinner } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { errorMessage } from '../services/errors';

/** Stands where a page will be, at about its height. */
export function PageLoading() {
  return (
    <div className="siem-loading" data-test-subj="siemLoading">
      <EuiLoadingSpinner
        size="xl"
        aria-label={i18n.translate('awsSiem.loading', { defaultMessage: 'Loading' })}
      />
    </div>
  );
}

/** What went wrong with a request, in the server's words, and a way to ask again. */
export function RequestError({ error, retry }: { error: Error; retry?: () => void }) {
  return (
    <EuiCallOut
      color="danger"
      iconType="alert"
      role="alert"
      title={i18n.translate('awsSiem.requestError.title', { defaultMessage: 'That did not work' })}
      data-test-subj="siemError"
    >
      <p>{errorMessage(error)}</p>
      {retry && (
        <EuiButton size="s" color="danger" onClick={retry} data-test-subj="siemRetry">
          <FormattedMessage id="awsSiem.requestError.retry" defaultMessage="Try again" />
        </EuiButton>
      )}
    </EuiCallOut>
  );
}

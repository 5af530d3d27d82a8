import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React, { Component, type ReactNode } from 'react';

/** Keeps an error in one page, such as a chunk that an upgrade has replaced, from blanking the app. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EuiEmptyPrompt
        iconType="alert"
        title={
          <h1>
            <FormattedMessage id="awsSiem.errorPage.title" defaultMessage="This page could not be shown" />
          </h1>
        }
        body={<p>{error.message}</p>}
        actions={
          <EuiButton onClick={() => window.location.reload()}>
            <FormattedMessage id="awsSiem.errorPage.reload" defaultMessage="Reload" />
          </EuiButton>
        }
      />
    );
  }
}

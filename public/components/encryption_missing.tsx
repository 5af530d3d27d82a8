import { EuiCallOut, EuiCodeBlock, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useSiem } from '../application/siem_context';

/** Where secrets would be typed: says that they cannot be stored yet and shows the one command that changes that. */
export function EncryptionMissing({ advice }: { advice?: string }) {
  const { status } = useSiem();
  if (!status || status.encryption.ready) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="lock"
        title={i18n.translate('awsSiem.encryption.title', {
          defaultMessage: 'Secrets cannot be stored yet: there is no encryption key',
        })}
        data-test-subj="siemEncryptionMissing"
      >
        <p>
          {i18n.translate('awsSiem.encryption.help', {
            defaultMessage: 'Run this where OpenSearch Dashboards is installed, then restart it:',
          })}
        </p>
        <EuiCodeBlock language="bash" paddingSize="s" fontSize="s" isCopyable>
          {status.encryption.command}
        </EuiCodeBlock>
        {advice && (
          <>
            <EuiSpacer size="s" />
            <p>{advice}</p>
          </>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

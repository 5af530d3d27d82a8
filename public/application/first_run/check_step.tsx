import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { type ReactNode } from 'react';
import type { StatusResponse } from '../../../common/api';
import { EncryptionMissing } from '../../components/encryption_missing';

/** What has to be in place before anything else can work. */
export function CheckStep({ status: { background, encryption, canWrite } }: { status: StatusResponse }) {
  return (
    <>
      <Check ok={background.on}>
        {background.on
          ? i18n.translate('awsSiem.firstRun.backgroundOn', {
              defaultMessage: 'OpenSearch takes what is written, and background work runs',
            })
          : i18n.translate('awsSiem.firstRun.backgroundOff', {
              defaultMessage: 'Background work is off: {reason}',
              values: { reason: background.reason ?? '' },
            })}
      </Check>
      <Check ok={encryption.ready}>
        {encryption.ready
          ? i18n.translate('awsSiem.firstRun.keyThere', { defaultMessage: 'Secrets can be stored' })
          : i18n.translate('awsSiem.firstRun.keyMissing', {
              defaultMessage:
                'There is no encryption key; sources with a role and the sample data work without',
            })}
      </Check>
      <Check ok={canWrite}>
        {canWrite
          ? i18n.translate('awsSiem.firstRun.mayWrite', { defaultMessage: 'You may change things' })
          : i18n.translate('awsSiem.firstRun.mayNotWrite', {
              defaultMessage: 'You may only look: the steps below need someone with write rights',
            })}
      </Check>
      {!encryption.ready && (
        <>
          <EuiSpacer size="s" />
          <EncryptionMissing />
        </>
      )}
    </>
  );
}

function Check({ ok, children }: { ok: boolean; children: ReactNode }) {
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiIcon
          type={ok ? 'checkInCircleFilled' : 'alert'}
          color={ok ? 'success' : 'warning'}
          aria-label={
            ok
              ? i18n.translate('awsSiem.firstRun.ok', { defaultMessage: 'In place' })
              : i18n.translate('awsSiem.firstRun.notOk', { defaultMessage: 'Missing' })
          }
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s">{children}</EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

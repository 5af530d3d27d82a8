import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { ContentResponse } from '../../../common/content';
import { useSiem } from '../siem_context';
import { statusOf, type Change } from './content_changes';

/** Install, upgrade or restore, with the tenant's name where there are tenants, and uninstall. Nothing to do, no button. */
export function ContentActions({
  content,
  onChange,
}: {
  content: ContentResponse;
  onChange(change: Change): void;
}) {
  const { canWrite } = useSiem();
  const status = statusOf(content);
  const install = installLabel(content);
  if (!canWrite) return null;
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      {status !== 'absent' && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            color="danger"
            iconType="trash"
            onClick={() => onChange('uninstall')}
            data-test-subj="siemUninstallContent"
          >
            <FormattedMessage id="awsSiem.dashboards.uninstall" defaultMessage="Uninstall" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {install && (
        <EuiFlexItem grow={false}>
          <EuiButton
            size="s"
            fill={status !== 'edited'}
            iconType="importAction"
            onClick={() => onChange('install')}
            data-test-subj="siemInstallContent"
          >
            {install}
          </EuiButton>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

function installLabel(content: ContentResponse): string | undefined {
  const { tenant } = content;
  switch (statusOf(content)) {
    case 'absent':
      return tenant
        ? i18n.translate('awsSiem.dashboards.installInto', {
            defaultMessage: 'Install into tenant {tenant}',
            values: { tenant },
          })
        : i18n.translate('awsSiem.dashboards.install', { defaultMessage: 'Install' });
    case 'outdated':
      return tenant
        ? i18n.translate('awsSiem.dashboards.upgradeIn', {
            defaultMessage: 'Upgrade in tenant {tenant}',
            values: { tenant },
          })
        : i18n.translate('awsSiem.dashboards.upgrade', { defaultMessage: 'Upgrade' });
    case 'edited':
      return i18n.translate('awsSiem.dashboards.restore', { defaultMessage: 'Restore what was edited' });
    case 'current':
      return undefined;
  }
}

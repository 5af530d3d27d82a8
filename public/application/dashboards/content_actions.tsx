import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { ContentResponse } from '../../../common/content';
import { useSiem } from '../siem_context';
import { statusOf, type Change } from './content_changes';

/** Install or upgrade, with the tenant's name where there are tenants, and uninstall. */
export function ContentActions({
  content,
  onChange,
}: {
  content: ContentResponse;
  onChange(change: Change): void;
}) {
  const { canWrite } = useSiem();
  const status = statusOf(content);
  const { tenant } = content;
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
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          fill={status !== 'current'}
          iconType="importAction"
          onClick={() => onChange('install')}
          data-test-subj="siemInstallContent"
        >
          {status === 'absent' ? installLabel(tenant) : upgradeLabel(tenant)}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function installLabel(tenant: string | undefined): string {
  return tenant
    ? i18n.translate('awsSiem.dashboards.installInto', {
        defaultMessage: 'Install into tenant {tenant}',
        values: { tenant },
      })
    : i18n.translate('awsSiem.dashboards.install', { defaultMessage: 'Install' });
}

function upgradeLabel(tenant: string | undefined): string {
  return tenant
    ? i18n.translate('awsSiem.dashboards.upgradeIn', {
        defaultMessage: 'Upgrade in tenant {tenant}',
        values: { tenant },
      })
    : i18n.translate('awsSiem.dashboards.upgrade', { defaultMessage: 'Upgrade' });
}

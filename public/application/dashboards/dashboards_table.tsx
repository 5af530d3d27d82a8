import { EuiBasicTable, EuiBadge, EuiLink, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ContentDashboard, ContentResponse, ContentState } from '../../../common/content';
import { dashboardUrl } from '../../services/dashboard_link';
import { useSiem } from '../siem_context';

const STATES: Readonly<Record<ContentState, { color: string; label: string }>> = {
  new: {
    color: 'hollow',
    label: i18n.translate('awsSiem.dashboards.stateNew', { defaultMessage: 'Not installed' }),
  },
  unchanged: {
    color: 'secondary',
    label: i18n.translate('awsSiem.dashboards.stateUnchanged', { defaultMessage: 'Installed' }),
  },
  outdated: {
    color: 'warning',
    label: i18n.translate('awsSiem.dashboards.stateOutdated', { defaultMessage: 'Upgrade available' }),
  },
  edited: {
    color: 'primary',
    label: i18n.translate('awsSiem.dashboards.stateEdited', { defaultMessage: 'Edited by you' }),
  },
};

/** The prebuilt dashboards; those that are installed can be opened. */
export function DashboardsTable({ content }: { content: ContentResponse }) {
  const { core } = useSiem();
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiBasicTable<ContentDashboard>
        items={content.dashboards}
        rowProps={({ id }) => ({ 'data-test-subj': `siemDashboard-${id}` })}
        tableCaption={i18n.translate('awsSiem.dashboards.caption', { defaultMessage: 'Prebuilt dashboards' })}
        columns={[
          {
            field: 'title',
            name: i18n.translate('awsSiem.dashboards.columnTitle', { defaultMessage: 'Dashboard' }),
            width: '26%',
            render: (title: string, { id, state }) =>
              state === 'new' ? (
                <EuiText size="s">{title}</EuiText>
              ) : (
                <EuiLink href={dashboardUrl(core, id)} data-test-subj="siemOpenDashboard">
                  {title}
                </EuiLink>
              ),
          },
          {
            field: 'description',
            name: i18n.translate('awsSiem.dashboards.columnDescription', { defaultMessage: 'Shows' }),
          },
          {
            field: 'state',
            name: i18n.translate('awsSiem.dashboards.columnState', { defaultMessage: 'State' }),
            width: '160px',
            render: (state: ContentState) => (
              <EuiBadge color={STATES[state].color} data-test-subj={`siemContentState-${state}`}>
                {STATES[state].label}
              </EuiBadge>
            ),
          },
        ]}
      />
    </EuiPanel>
  );
}

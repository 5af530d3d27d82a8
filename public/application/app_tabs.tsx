import { EuiTab, EuiTabs } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { useLinkTo } from '../components/use_link_to';

const TABS = [
  {
    id: 'overview',
    path: '/',
    label: i18n.translate('awsSiem.tabs.overview', { defaultMessage: 'Overview' }),
  },
  {
    id: 'alerts',
    path: '/alerts',
    label: i18n.translate('awsSiem.tabs.alerts', { defaultMessage: 'Alerts' }),
  },
  {
    id: 'dashboards',
    path: '/dashboards',
    label: i18n.translate('awsSiem.tabs.dashboards', { defaultMessage: 'Dashboards' }),
  },
  { id: 'rules', path: '/rules', label: i18n.translate('awsSiem.tabs.rules', { defaultMessage: 'Rules' }) },
  {
    id: 'sources',
    path: '/sources',
    label: i18n.translate('awsSiem.tabs.sources', { defaultMessage: 'Sources' }),
  },
  { id: 'lists', path: '/lists', label: i18n.translate('awsSiem.tabs.lists', { defaultMessage: 'Lists' }) },
  {
    id: 'channels',
    path: '/channels',
    label: i18n.translate('awsSiem.tabs.channels', { defaultMessage: 'Channels' }),
  },
  {
    id: 'health',
    path: '/health',
    label: i18n.translate('awsSiem.tabs.health', { defaultMessage: 'Health' }),
  },
  { id: 'data', path: '/data', label: i18n.translate('awsSiem.tabs.data', { defaultMessage: 'Data' }) },
];

/** Navigation between the pages of the app. */
export function AppTabs() {
  const linkTo = useLinkTo();
  const { pathname } = useLocation();
  const isSelected = (path: string) =>
    path === '/' ? pathname === '' || pathname === '/' : pathname.startsWith(path);
  return (
    <EuiTabs
      className="siem-tabs"
      size="s"
      aria-label={i18n.translate('awsSiem.tabs.label', { defaultMessage: 'AWS SIEM pages' })}
    >
      {TABS.map(({ id, path, label }) => (
        <EuiTab key={id} isSelected={isSelected(path)} {...linkTo(path)} data-test-subj={`siemTab-${id}`}>
          {label}
        </EuiTab>
      ))}
    </EuiTabs>
  );
}

import { EuiHealth } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { ListStatus } from '../../../common/list';
import { StateBadge } from '../../components/badges';

const OWN: Partial<Record<ListStatus['state'], { color: string; label: string }>> = {
  ok: { color: 'success', label: i18n.translate('awsSiem.list.stateOk', { defaultMessage: 'Ready' }) },
  empty: { color: 'subdued', label: i18n.translate('awsSiem.list.stateEmpty', { defaultMessage: 'Empty' }) },
  expired: {
    color: 'warning',
    label: i18n.translate('awsSiem.list.stateExpired', { defaultMessage: 'Expired' }),
  },
};

/** How a list is doing; what it shares with sources and rules looks as it does there. */
export function ListState({ state }: Pick<ListStatus, 'state'>) {
  const own = OWN[state];
  if (!own) return <StateBadge state={state} />;
  return (
    <EuiHealth color={own.color} className="siem-nowrap" data-test-subj={`siemState-${state}`}>
      {own.label}
    </EuiHealth>
  );
}

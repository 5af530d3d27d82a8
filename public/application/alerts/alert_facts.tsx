import { EuiCode } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { type ReactNode } from 'react';
import type { AlertDocument } from '../../../common/alert';
import { entityKindOf } from '../../../common/entity';
import { alertStatusLabel } from '../../components/badges';
import { EntityLink } from '../../components/entity_link';
import { formatNumber } from '../../services/format';

interface Fact {
  title: string;
  description: NonNullable<ReactNode>;
}

const SHOWN_WINDOWS = 10;

/** Everything that an alert says, as titles and values; what it does not have is left out. */
export function alertFacts({ alert }: AlertDocument, formatTime: (time: string) => string): Fact[] {
  const { group, query, windows } = alert;
  const facts: Array<Fact | false> = [
    ...group.fields.map((field, index) => {
      const value = group.values[index] ?? '';
      const kind = entityKindOf(field);
      return { title: field, description: kind && value ? <EntityLink kind={kind} value={value} /> : value };
    }),
    {
      title: i18n.translate('awsSiem.alertFacts.value', { defaultMessage: 'Value / limit' }),
      description: `${formatNumber(alert.value)} / ${formatNumber(alert.limit)}`,
    },
    {
      title: i18n.translate('awsSiem.alertFacts.count', { defaultMessage: 'Events' }),
      description: formatNumber(alert.count),
    },
    {
      title: i18n.translate('awsSiem.alertFacts.firstSeen', { defaultMessage: 'First seen' }),
      description: formatTime(alert.first_seen),
    },
    {
      title: i18n.translate('awsSiem.alertFacts.lastSeen', { defaultMessage: 'Last seen' }),
      description: formatTime(alert.last_seen),
    },
    {
      title: i18n.translate('awsSiem.alertFacts.status', { defaultMessage: 'Status' }),
      description: alertStatusLabel(alert.status),
    },
    {
      title: i18n.translate('awsSiem.alertFacts.risk', { defaultMessage: 'Risk score' }),
      description: formatNumber(alert.risk_score),
    },
    alert.backfill === true && {
      title: i18n.translate('awsSiem.alertFacts.backfill', { defaultMessage: 'From old events' }),
      description: i18n.translate('awsSiem.alertFacts.backfillHelp', {
        defaultMessage: 'Yes: found in events that were brought in later, so nobody was told.',
      }),
    },
    alert.merged_into !== undefined && {
      title: i18n.translate('awsSiem.alertFacts.merged', { defaultMessage: 'Merged into' }),
      description: <EuiCode>{alert.merged_into}</EuiCode>,
    },
    {
      title: i18n.translate('awsSiem.alertFacts.index', { defaultMessage: 'Index pattern' }),
      description: <EuiCode>{query.index}</EuiCode>,
    },
    query.text !== '' && {
      title: i18n.translate('awsSiem.alertFacts.query', { defaultMessage: 'Query' }),
      description: <EuiCode>{query.text}</EuiCode>,
    },
    windows.length > 0 && {
      title: i18n.translate('awsSiem.alertFacts.windows', {
        defaultMessage: 'Windows that fired ({count}), by their end',
        values: { count: windows.length },
      }),
      description: <WindowList windows={windows} formatTime={formatTime} />,
    },
    {
      title: i18n.translate('awsSiem.alertFacts.rule', { defaultMessage: 'Rule version' }),
      description: `${alert.rule.version} (${alert.type})`,
    },
    {
      title: i18n.translate('awsSiem.alertFacts.id', { defaultMessage: 'Alert id' }),
      description: <EuiCode>{alert.id}</EuiCode>,
    },
  ];
  return facts.filter((fact): fact is Fact => fact !== false);
}

function WindowList({ windows, formatTime }: { windows: string[]; formatTime: (time: string) => string }) {
  const newest = [...windows].sort().reverse();
  return (
    <ul>
      {newest.slice(0, SHOWN_WINDOWS).map((end) => (
        <li key={end}>{formatTime(end)}</li>
      ))}
      {newest.length > SHOWN_WINDOWS && (
        <li>
          {i18n.translate('awsSiem.alertFacts.earlier', {
            defaultMessage: 'and {count} earlier',
            values: { count: formatNumber(newest.length - SHOWN_WINDOWS) },
          })}
        </li>
      )}
    </ul>
  );
}

import { EuiBadge, EuiBasicTable, EuiCode, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { RuleView } from '../../../../common/rule';
import { TitledPanel } from '../../../components/titled_panel';
import { useTimeFormat } from '../../../components/use_time_format';

type Exception = NonNullable<RuleView['exceptions']>[number];

/** The events that are none of the rule's business, and why. */
export function ExceptionsPanel({ exceptions }: { exceptions: Exception[] }) {
  const formatTime = useTimeFormat();
  const columns: Array<EuiBasicTableColumn<Exception>> = [
    {
      field: 'query',
      name: i18n.translate('awsSiem.ruleExceptions.query', { defaultMessage: 'Events' }),
      render: (query: string) => <EuiCode className="siem-break">{query}</EuiCode>,
    },
    {
      field: 'comment',
      name: i18n.translate('awsSiem.ruleExceptions.comment', { defaultMessage: 'Why' }),
      render: (comment?: string) => <span className="siem-break">{comment ?? '–'}</span>,
    },
    {
      field: 'expiresAt',
      name: i18n.translate('awsSiem.ruleExceptions.expires', { defaultMessage: 'Until' }),
      width: '220px',
      render: (expiresAt?: string) => {
        if (expiresAt === undefined) {
          return i18n.translate('awsSiem.ruleExceptions.forGood', { defaultMessage: 'For good' });
        }
        const over = Date.parse(expiresAt) <= Date.now();
        return (
          <span className="siem-nowrap">
            {formatTime(expiresAt)}{' '}
            {over && (
              <EuiBadge color="hollow">
                <FormattedMessage id="awsSiem.ruleExceptions.expired" defaultMessage="over" />
              </EuiBadge>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.ruleExceptions.title', { defaultMessage: 'Exceptions' })}
      testSubject="siemRuleExceptions"
    >
      <EuiBasicTable
        compressed
        items={exceptions}
        columns={columns}
        noItemsMessage={i18n.translate('awsSiem.ruleExceptions.none', {
          defaultMessage: 'None: every event that the query finds counts.',
        })}
        tableCaption={i18n.translate('awsSiem.ruleExceptions.caption', { defaultMessage: 'Exceptions' })}
      />
    </TitledPanel>
  );
}

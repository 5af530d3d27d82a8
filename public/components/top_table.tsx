import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { type ReactNode } from 'react';
import { TitledPanel } from './titled_panel';
import { formatDuration } from '../services/format';

interface Props<T extends object> {
  title: string;
  note?: ReactNode;
  rows: T[];
  columns: Array<EuiBasicTableColumn<T>>;
  /** Why there are no rows, and what to do next. */
  empty: ReactNode;
  className?: string;
  testSubject: string;
}

/** A panel of fixed height with the most frequent of something. */
export function TopTable<T extends object>({
  title,
  note,
  rows,
  columns,
  empty,
  className = '',
  testSubject,
}: Props<T>) {
  return (
    <TitledPanel
      title={title}
      note={note}
      className={`siem-tablePanel ${className}`}
      testSubject={testSubject}
    >
      {rows.length === 0 ? (
        <div className="siem-noData siem-inText">
          {/* One item: by itself each piece of a sentence would be one, without the spaces between. */}
          <span>{empty}</span>
        </div>
      ) : (
        <div className="siem-tableBody" tabIndex={0} role="group" aria-label={title}>
          <EuiBasicTable items={rows} columns={columns} compressed responsive={false} tableCaption={title} />
        </div>
      )}
    </TitledPanel>
  );
}

/** A column of numbers or times, as narrow as its heading lets it be. */
export function numberColumn<T extends object>(
  name: string,
  width: string,
  render: (row: T) => ReactNode,
): EuiBasicTableColumn<T> {
  return {
    name,
    width,
    align: 'right',
    render: (row: T) => <span className="siem-number siem-nowrap">{render(row)}</span>,
  };
}

/** `5m ago`. */
export function timeAgo(time: string): string {
  return i18n.translate('awsSiem.top.ago', {
    defaultMessage: '{time} ago',
    values: { time: formatDuration(Date.now() - Date.parse(time)).split(' ')[0] },
  });
}

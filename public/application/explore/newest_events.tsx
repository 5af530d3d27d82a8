import { EuiBasicTable, EuiButtonIcon, EuiCodeBlock, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { get } from 'lodash';
import React, { useState } from 'react';
import { DiscoverLink } from '../../components/discover_link';
import { EventValue, useEventScope } from '../../components/event_value';
import { TitledPanel } from '../../components/titled_panel';
import { useTimeFormat } from '../../components/use_time_format';
import { fieldTitle } from '../../services/field_titles';
import { formatNumber } from '../../services/format';

type Event = Record<string, unknown>;

const FIELDS = [
  'type',
  'event.action',
  'event.outcome',
  'user.name',
  'source.ip',
  'destination.ip',
  'cloud.account.id',
];

/** Of fields with short values, so that the others have room. */
const WIDTHS: Readonly<Record<string, string>> = { type: '110px', 'event.outcome': '90px' };

/** The newest events as they are; a click opens one as a whole. */
export function NewestEvents({ events, total }: { events: Event[]; total: number }) {
  const { search } = useEventScope();
  const formatTime = useTimeFormat();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const title = i18n.translate('awsSiem.newestEvents.title', { defaultMessage: 'Newest events' });
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const columns: Array<EuiBasicTableColumn<Event>> = [
    {
      name: i18n.translate('awsSiem.newestEvents.time', { defaultMessage: 'Time' }),
      width: '180px',
      render: (event: Event) => (
        <span className="siem-nowrap siem-number">{formatTime(textOf(event, '@timestamp'))}</span>
      ),
    },
    ...FIELDS.map((field) => ({
      name: fieldTitle(field),
      width: WIDTHS[field],
      render: (event: Event) => <EventValue field={field} value={textOf(event, field)} />,
    })),
    {
      name: '',
      width: '40px',
      isExpander: true,
      render: (event: Event) => {
        const id = textOf(event, 'event.id');
        return (
          <EuiButtonIcon
            iconType={open.has(id) ? 'arrowUp' : 'arrowDown'}
            onClick={() => toggle(id)}
            aria-label={
              open.has(id)
                ? i18n.translate('awsSiem.newestEvents.close', { defaultMessage: 'Hide the whole event' })
                : i18n.translate('awsSiem.newestEvents.open', { defaultMessage: 'Show the whole event' })
            }
          />
        );
      },
    },
  ];
  const expanded = Object.fromEntries(
    events
      .filter((event) => open.has(textOf(event, 'event.id')))
      .map((event) => [
        textOf(event, 'event.id'),
        <EuiCodeBlock key="json" language="json" fontSize="s" isCopyable overflowHeight={320}>
          {JSON.stringify(event, null, 2)}
        </EuiCodeBlock>,
      ]),
  );
  return (
    <TitledPanel
      title={title}
      note={
        <>
          {i18n.translate('awsSiem.newestEvents.note', {
            defaultMessage: '{shown} of ',
            values: { shown: formatNumber(events.length) },
          })}
          <DiscoverLink search={search}>{formatNumber(total)}</DiscoverLink>
        </>
      }
      testSubject="siemNewestEvents"
    >
      <EuiBasicTable
        items={events}
        itemId={(event) => textOf(event, 'event.id')}
        itemIdToExpandedRowMap={expanded}
        isExpandable
        columns={columns}
        compressed
        responsive={false}
        tableCaption={title}
      />
    </TitledPanel>
  );
}

function textOf(event: Event, field: string): string {
  const value: unknown = get(event, field);
  return value === undefined || value === null ? '' : String(value);
}

import { EuiBasicTable, EuiSpacer, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { Exclusion, ExclusionSample, SavedDay } from '../../../common/exclusion';
import { formatBytes, formatNumber } from '../../services/format';
import { dailyMean } from './daily_mean';
import { excludedText } from './excluded_text';

/** The mean is that of all days. */
const SHOWN_DAYS = 14;

interface Props {
  sample: ExclusionSample;
  exclusions: readonly Exclusion[];
}

/** What each exclusion did with the events that "Test connection" read, and what all of them would save a day. */
export function SampleResult({ sample, exclusions }: Props) {
  const none = { objects: 0, events: 0, bytes: 0 };
  const { events, days } = sample;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiText size="s" data-test-subj="siemTestExclusions">
        <p>
          {i18n.translate('awsSiem.test.sample', {
            defaultMessage: 'Exclusions, tried on {events, plural, one {# event} other {# events}}:',
            values: { events },
          })}
        </p>
        <ul>
          {exclusions.map(({ name, countOnly }, at) => (
            <li key={at}>
              {name}:{' '}
              {excludedText(
                sample.excluded.find((count) => count.name === name.trim()) ?? { name, ...none },
                countOnly,
              )}
            </li>
          ))}
        </ul>
        <p>
          {i18n.translate('awsSiem.test.savings', {
            defaultMessage:
              'Estimated savings with all of them switched on, by the day (UTC) on which objects came to S3, from {tried, number} of {listed, plural, one {# object} other {# objects}} found:',
            values: sample.objects,
          })}
        </p>
      </EuiText>
      <EuiBasicTable
        items={[...days.slice(0, SHOWN_DAYS), ...dailyMean(days)]}
        columns={COLUMNS}
        tableCaption={CAPTION}
        compressed
        tableLayout="auto"
        data-test-subj="siemTestSavings"
      />
    </>
  );
}

const CAPTION = i18n.translate('awsSiem.test.savingsCaption', { defaultMessage: 'Estimated savings a day' });
const MEAN = i18n.translate('awsSiem.test.dailyMean', { defaultMessage: 'Daily mean' });

const number = (format: (value: number) => string) => ({
  align: 'right' as const,
  render: (value: number) => <span className="siem-number">{format(value)}</span>,
});

const COLUMNS: Array<EuiBasicTableColumn<SavedDay>> = [
  {
    field: 'day',
    name: i18n.translate('awsSiem.test.day', { defaultMessage: 'Day' }),
    render: (day: string) =>
      day === '' ? <strong>{MEAN}</strong> : <span className="siem-number">{day}</span>,
  },
  {
    field: 'events',
    name: i18n.translate('awsSiem.test.eventsSaved', { defaultMessage: 'Events' }),
    ...number(formatNumber),
  },
  {
    field: 'objects',
    name: i18n.translate('awsSiem.test.objectsSaved', { defaultMessage: 'Objects unread' }),
    ...number(formatNumber),
  },
  {
    field: 'bytes',
    name: i18n.translate('awsSiem.test.bytesSaved', { defaultMessage: 'Bytes' }),
    ...number(formatBytes),
  },
];

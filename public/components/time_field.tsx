import { EuiDatePicker } from '@elastic/eui';
import moment from 'moment';
import React from 'react';
import { useSiem } from '../application/siem_context';

const SECONDS = /:ss(\.S+)?/;
const TIME_OF_DAY = /[Hh]{1,2}:mm(\s?[Aa])?/;

interface Props {
  /** Given by the form row. */
  id?: string;
  label: string;
  /** ISO; undefined for none. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  /** What has passed can be chosen, too. */
  past?: boolean;
  /** Cannot be cleared. */
  required?: boolean;
  testSubject?: string;
}

/** A point in time, to the minute, in the host's format and time zone (the host sets moment's). */
export function TimeField({
  id,
  label,
  value,
  onChange,
  past = false,
  required = false,
  testSubject,
}: Props) {
  const { core } = useSiem();
  const format = core.uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm').replace(SECONDS, '');
  return (
    <EuiDatePicker
      id={id}
      fullWidth
      showTimeSelect
      // Else Tab could not get past it: the focus stays in the open calendar. A click and the arrow down open it.
      preventOpenOnFocus
      timeIntervals={15}
      minDate={past ? undefined : moment()}
      dateFormat={format}
      timeFormat={TIME_OF_DAY.exec(format)?.[0] ?? 'HH:mm'}
      selected={value ? moment(value) : null}
      onChange={(time) => onChange(time?.toISOString())}
      onClear={required ? undefined : () => onChange(undefined)}
      aria-label={label}
      data-test-subj={testSubject}
    />
  );
}

import { EuiDatePicker } from '@elastic/eui';
import moment from 'moment';
import React from 'react';
import { useSiem } from '../application/siem_context';

interface Props {
  /** Given by the form row. */
  id?: string;
  label: string;
  /** ISO; undefined for none. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  testSubject?: string;
}

/** A point in time to come, to the minute, in the host's format. */
export function TimeField({ id, label, value, onChange, testSubject }: Props) {
  const { core } = useSiem();
  const format = core.uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm').replace(':ss.SSS', '');
  return (
    <EuiDatePicker
      id={id}
      fullWidth
      showTimeSelect
      timeIntervals={15}
      minDate={moment()}
      dateFormat={format}
      timeFormat="HH:mm"
      selected={value ? moment(value) : null}
      onChange={(time) => onChange(time?.toISOString())}
      onClear={() => onChange(undefined)}
      aria-label={label}
      data-test-subj={testSubject}
    />
  );
}

import { EuiFieldNumber, EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';

const UNITS = [
  { value: 's', text: i18n.translate('awsSiem.duration.seconds', { defaultMessage: 'seconds' }) },
  { value: 'm', text: i18n.translate('awsSiem.duration.minutes', { defaultMessage: 'minutes' }) },
  { value: 'h', text: i18n.translate('awsSiem.duration.hours', { defaultMessage: 'hours' }) },
  { value: 'd', text: i18n.translate('awsSiem.duration.days', { defaultMessage: 'days' }) },
];

interface Props {
  /** Given by the form row, which labels the number with it. */
  id?: string;
  /** A duration such as `5m`; empty for none. */
  value: string;
  label: string;
  isInvalid?: boolean;
  disabled?: boolean;
  onChange(value: string): void;
  testSubject: string;
}

/** A duration as a number and a unit. */
export function DurationField({ id, value, label, isInvalid, disabled, onChange, testSubject }: Props) {
  const match = /^(\d*)([smhd])$/.exec(value);
  const count = match?.[1] ?? '';
  const unit = match?.[2] ?? 'm';
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} style={{ maxWidth: 280 }}>
      <EuiFlexItem>
        <EuiFieldNumber
          id={id}
          min={1}
          value={count}
          isInvalid={isInvalid}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value === '' ? '' : `${event.target.value}${unit}`)}
          data-test-subj={testSubject}
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiSelect
          options={UNITS}
          value={unit}
          disabled={disabled}
          aria-label={i18n.translate('awsSiem.duration.unit', {
            defaultMessage: 'Unit of {label}',
            values: { label },
          })}
          onChange={(event) => onChange(`${count}${event.target.value}`)}
          data-test-subj={`${testSubject}-unit`}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

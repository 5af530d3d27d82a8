import { EuiFieldNumber, EuiFormRow, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';

export const MAX_DAYS = 36_500;
const FIRST_DAYS = 90;

/** Whether a text is a number of days that can be saved. */
export function isDays(days: number | undefined): boolean {
  return days === undefined || (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS);
}

interface Props {
  label: string;
  /** Kept for good where undefined; NaN while the field is empty. */
  days: number | undefined;
  onChange(days: number | undefined): void;
  disabled?: boolean;
  testSubject: string;
}

/** "Delete after … days", off by default. */
export function DaysField({ label, days, onChange, disabled, testSubject }: Props) {
  return (
    <>
      <EuiSwitch
        label={label}
        checked={days !== undefined}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked ? FIRST_DAYS : undefined)}
        data-test-subj={testSubject}
      />
      {days !== undefined && (
        <>
          <EuiSpacer size="s" />
          <EuiFormRow
            isInvalid={!isDays(days)}
            error={i18n.translate('awsSiem.data.daysError', {
              defaultMessage: 'A whole number from 1 to {max}',
              values: { max: MAX_DAYS },
            })}
          >
            <EuiFieldNumber
              compressed
              aria-label={i18n.translate('awsSiem.data.days', {
                defaultMessage: '{label}: days',
                values: { label },
              })}
              append={i18n.translate('awsSiem.data.daysUnit', { defaultMessage: 'days' })}
              min={1}
              max={MAX_DAYS}
              value={Number.isNaN(days) ? '' : days}
              isInvalid={!isDays(days)}
              disabled={disabled}
              onChange={({ target }) => onChange(target.valueAsNumber)}
              data-test-subj={`${testSubject}-days`}
            />
          </EuiFormRow>
        </>
      )}
    </>
  );
}

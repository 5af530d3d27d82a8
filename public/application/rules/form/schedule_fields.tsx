import { i18n } from '@osd/i18n';
import React from 'react';
import { DurationField } from '../../../components/duration_field';
import { FormRow } from '../../../components/form_section';
import type { RuleFieldProps } from './field_props';

const INTERVAL = i18n.translate('awsSiem.rule.interval', { defaultMessage: 'Look every' });
const QUIET = i18n.translate('awsSiem.rule.quietFor', { defaultMessage: 'Quiet for' });

/** How often the rule looks, and when an alert counts as over. */
export function ScheduleFields({ values, errors, change }: RuleFieldProps) {
  return (
    <>
      <FormRow
        label={INTERVAL}
        help={i18n.translate('awsSiem.rule.intervalHelp', {
          defaultMessage: 'Divides the window: with a window of 1 hour, 5 minutes or 1 hour for example.',
        })}
        error={errors.interval}
      >
        <DurationField
          label={INTERVAL}
          value={values.interval}
          isInvalid={!!errors.interval}
          onChange={(interval) => change({ interval })}
          testSubject="siemField-interval"
        />
      </FormRow>
      <FormRow
        optional
        label={QUIET}
        help={i18n.translate('awsSiem.rule.quietForHelp', {
          defaultMessage:
            'When it has not fired for this long, the next time is a new alert; until then the same alert grows. The length of the window unless given.',
        })}
        error={errors.quietFor}
      >
        <DurationField
          label={QUIET}
          value={values.quietFor ?? ''}
          isInvalid={!!errors.quietFor}
          onChange={(quietFor) => change({ quietFor })}
          testSubject="siemField-quietFor"
        />
      </FormRow>
    </>
  );
}

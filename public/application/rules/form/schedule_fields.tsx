import { EuiAccordion, EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { DurationField } from '../../../components/duration_field';
import { FormRow } from '../../../components/form_section';
import { useTimeFormat } from '../../../components/use_time_format';
import type { RuleFieldProps } from './field_props';

const INTERVAL = i18n.translate('awsSiem.rule.interval', { defaultMessage: 'Look every' });
const QUIET = i18n.translate('awsSiem.rule.quietFor', { defaultMessage: 'Quiet for' });
const DELAY = i18n.translate('awsSiem.rule.queryDelay', { defaultMessage: 'Query delay' });
const LOOKBACK = i18n.translate('awsSiem.rule.lookback', { defaultMessage: 'Look back' });

interface Props extends RuleFieldProps {
  /** The next times of the cron line, ISO. */
  runs: string[];
}

/** When the rule looks, and when an alert counts as over. */
export function ScheduleFields({ values, errors, change, runs }: Props) {
  const duration = (name: 'interval' | 'quietFor' | 'queryDelay' | 'lookback', label: string) => (
    <DurationField
      label={label}
      value={values[name] ?? ''}
      isInvalid={!!errors[name]}
      onChange={(value) => change({ [name]: value })}
      testSubject={`siemField-${name}`}
    />
  );
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem>
          <FormRow
            label={INTERVAL}
            help={i18n.translate('awsSiem.rule.intervalHelp', {
              defaultMessage: 'At least 10 seconds. Goes into the window without a rest: 1m or 5m into 10m.',
            })}
            error={errors.interval}
          >
            {duration('interval', INTERVAL)}
          </FormRow>
        </EuiFlexItem>
        <EuiFlexItem>
          <FormRow
            optional
            label={QUIET}
            help={i18n.translate('awsSiem.rule.quietForHelp', {
              defaultMessage:
                'Until it has not fired for this long, the same alert grows; after that a new one is made. The window unless given.',
            })}
            error={errors.quietFor}
          >
            {duration('quietFor', QUIET)}
          </FormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <EuiAccordion
        id="siemSchedule"
        // What is wrong inside must be seen.
        forceState={errors.cron || errors.queryDelay || errors.lookback ? 'open' : undefined}
        initialIsOpen={!!(values.cron || values.queryDelay || values.lookback)}
        buttonContent={i18n.translate('awsSiem.rule.scheduleMore', { defaultMessage: 'Advanced schedule' })}
        paddingSize="s"
      >
        <FormRow
          optional
          label={i18n.translate('awsSiem.rule.cron', { defaultMessage: 'Only at these times' })}
          help={<CronHelp runs={runs} />}
          error={errors.cron}
        >
          <EuiFieldText
            value={values.cron ?? ''}
            placeholder="0 6 * * mon-fri"
            isInvalid={!!errors.cron}
            onChange={(event) => change({ cron: event.target.value })}
            data-test-subj="siemField-cron"
          />
        </FormRow>
        <EuiSpacer size="m" />
        <EuiText size="xs" color="subdued">
          {i18n.translate('awsSiem.rule.othersIndices', {
            defaultMessage:
              'For indices that something else than the SIEM fills; of its own it knows when late events come.',
          })}
        </EuiText>
        <EuiSpacer size="s" />
        <EuiFlexGroup gutterSize="m">
          <EuiFlexItem>
            <FormRow
              optional
              label={DELAY}
              help={i18n.translate('awsSiem.rule.queryDelayHelp', {
                defaultMessage: 'How late events may become searchable.',
              })}
              error={errors.queryDelay}
            >
              {duration('queryDelay', DELAY)}
            </FormRow>
          </EuiFlexItem>
          <EuiFlexItem>
            <FormRow
              optional
              label={LOOKBACK}
              help={i18n.translate('awsSiem.rule.lookbackHelp', {
                defaultMessage: 'How far each run searches again for events that came later still.',
              })}
              error={errors.lookback}
            >
              {duration('lookback', LOOKBACK)}
            </FormRow>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiAccordion>
    </>
  );
}

function CronHelp({ runs }: { runs: string[] }) {
  const formatTime = useTimeFormat();
  if (runs.length === 0) {
    return (
      <>
        {i18n.translate('awsSiem.rule.cronHelp', {
          defaultMessage:
            'A cron line in UTC: minute, hour, day, month, weekday. Each run looks at all that came since the one before.',
        })}
      </>
    );
  }
  return (
    <span data-test-subj="siemCronTimes">
      {i18n.translate('awsSiem.rule.cronTimes', {
        defaultMessage: 'Next: {times}',
        values: { times: runs.map(formatTime).join(' · ') },
      })}
    </span>
  );
}

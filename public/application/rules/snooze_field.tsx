import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiFormRow } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { durationMs } from '../../../common/duration';
import { TimeField } from '../../components/time_field';
import { formatDuration } from '../../services/format';

const PRESETS = ['1h', '8h', '1d', '7d', '30d'];

const UNTIL = i18n.translate('awsSiem.snooze.until', { defaultMessage: 'Until' });

/** A day from now, ISO. */
export function defaultSnooze(): string {
  return after('1d');
}

function after(duration: string): string {
  return new Date(Date.now() + durationMs(duration)).toISOString();
}

interface Props {
  /** ISO. */
  value: string;
  onChange(until: string): void;
}

/** Until when nobody is told of a rule's alerts: some usual lengths, or any time. */
export function SnoozeField({ value, onChange }: Props) {
  return (
    <>
      <EuiFormRow
        fullWidth
        label={UNTIL}
        helpText={i18n.translate('awsSiem.snooze.help', {
          defaultMessage: 'Until then alerts are made as ever, and nobody is told of them.',
        })}
      >
        <TimeField required label={UNTIL} value={value} onChange={(until) => until && onChange(until)} />
      </EuiFormRow>
      <EuiFlexGroup gutterSize="xs" responsive={false} wrap>
        {PRESETS.map((preset) => (
          <EuiFlexItem key={preset} grow={false}>
            <EuiButtonEmpty
              size="xs"
              onClick={() => onChange(after(preset))}
              data-test-subj={`siemSnooze-${preset}`}
            >
              {formatDuration(durationMs(preset))}
            </EuiButtonEmpty>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </>
  );
}

import { EuiSuperDatePicker } from '@elastic/eui';
import React from 'react';
import { useSiem } from '../application/siem_context';
import type { TIME_DEFAULTS } from '../services/time_range';

type TimeParams = typeof TIME_DEFAULTS;

interface Props {
  params: TimeParams;
  loading: boolean;
  onChange(changes: Partial<TimeParams>): void;
  reload(): void;
  /** For a narrow place: without the button that asks again. */
  compact?: boolean;
}

/** The host's time picker with auto-refresh. A period that stays the same is asked for again, a new one only set. */
export function TimePicker({ params, loading, onChange, reload, compact = false }: Props) {
  const { uiSettings } = useSiem().core;
  return (
    <EuiSuperDatePicker
      dateFormat={uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm:ss.SSS')}
      start={params.from}
      end={params.to}
      isLoading={loading}
      showUpdateButton={!compact}
      isPaused={params.live !== 'on'}
      refreshInterval={Number(params.refresh) || 0}
      onTimeChange={({ start, end }) => {
        if (start === params.from && end === params.to) reload();
        else onChange({ from: start, to: end });
      }}
      onRefresh={reload}
      onRefreshChange={({ isPaused, refreshInterval }) =>
        onChange({ refresh: String(refreshInterval), live: isPaused ? 'off' : 'on' })
      }
      data-test-subj="siemTimePicker"
    />
  );
}

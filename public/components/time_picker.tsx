import { EuiSuperDatePicker } from '@elastic/eui';
import React from 'react';
import { useSiem } from '../application/siem_context';
import { isLive, refreshInterval, type TIME_DEFAULTS } from '../services/time_range';
import { useLive } from '../services/use_live';
import type { RequestState } from '../services/use_request';

type TimeParams = typeof TIME_DEFAULTS;

interface Props {
  params: TimeParams;
  onChange(changes: Partial<TimeParams>): void;
  /** What the page asks for the period. */
  request: Pick<RequestState<unknown>, 'loading' | 'reload' | 'refresh'>;
  /** For a narrow place: without the button that asks again. */
  compact?: boolean;
}

/** The host's time picker with auto-refresh. A period that stays the same is asked for again, a new one only set. */
export function TimePicker({ params, onChange, request, compact = false }: Props) {
  const { uiSettings } = useSiem().core;
  const isOn = isLive(params);
  // Not the picker's own timer, which begins anew whenever the page is drawn and runs on in a hidden tab.
  useLive(isOn ? refreshInterval(params) : undefined, request.refresh);
  return (
    <EuiSuperDatePicker
      dateFormat={uiSettings.get('dateFormat', 'MMM D, YYYY @ HH:mm:ss.SSS')}
      start={params.from}
      end={params.to}
      isLoading={request.loading}
      showUpdateButton={!compact}
      isPaused={!isOn}
      refreshInterval={refreshInterval(params)}
      onTimeChange={({ start, end }) => {
        if (start === params.from && end === params.to) request.reload();
        else onChange({ from: start, to: end });
      }}
      onRefreshChange={({ isPaused, refreshInterval }) =>
        onChange({ refresh: String(refreshInterval), live: isPaused ? 'off' : 'on' })
      }
      data-test-subj="siemTimePicker"
    />
  );
}

import { useCallback, useEffect } from 'react';
import { type RequestState, useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { type Facts, isWaiting, progressOf } from './progress';

const LOOK_EVERY_MS = 3_000;

/** What there is already, looked at again by itself as long as something is on its way. */
export function useFacts(): RequestState<Omit<Facts, 'status'>> {
  const { api } = useSiem();
  const request = useRequest(
    useCallback(
      async (signal: AbortSignal) => {
        const [sample, sources, rules, channels] = await Promise.all([
          api.sampleData.show(signal),
          api.sources.list(signal),
          api.rules.list(signal),
          api.channels.list(signal),
        ]);
        return { sample, sources: sources.items, rules: rules.items, channels: channels.items };
      },
      [api],
    ),
  );
  const { data, loading, reload } = request;
  const waits = data !== undefined && isWaiting(progressOf(data));
  useEffect(() => {
    if (!waits || loading) return undefined;
    const timer = setTimeout(reload, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [waits, loading, reload]);
  return request;
}

import { useCallback, useEffect } from 'react';
import type { StatusResponse } from '../../common/api';
import type { ApiClient } from '../services/api_client';
import { type RequestState, useRequest } from '../services/use_request';

const LOOK_AGAIN_MS = 5_000;

/** What concerns every page; asked again by itself while background work is off, since it mostly comes on within seconds of a start. */
export function useStatus(api: ApiClient): RequestState<StatusResponse> {
  const request = useRequest(useCallback((signal: AbortSignal) => api.status(signal), [api]));
  const { data, loading, reload } = request;
  const off = data !== undefined && !data.background.on;
  useEffect(() => {
    if (!off || loading) return undefined;
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [off, loading, reload]);
  return request;
}

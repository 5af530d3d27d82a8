import React, { useCallback, useEffect } from 'react';
import { ENDED_STATES } from '../../../../common/backfill';
import type { SourceView } from '../../../../common/source';
import { PageLoading, RequestError } from '../../../components/page_states';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { BackfillForm } from './backfill_form';
import { BackfillList } from './backfill_list';

export { RejectReplayButton } from './reject_replay_button';

/** Often while something moves; now and then otherwise, since others may have begun one. */
const LOOK_EVERY = { moving: 2_000, still: 10_000 };

/** Loading a source's past: choosing what, and watching what is under way. */
export function SourceBackfill({ source }: { source: SourceView }) {
  const { api, canWrite } = useSiem();
  const load = useCallback((signal: AbortSignal) => api.backfills.list(source.id, signal), [api, source.id]);
  const { data, error, loading, reload } = useRequest(load);
  const moves = data?.items.some(({ state }) => !ENDED_STATES.includes(state) && state !== 'paused') ?? false;
  useEffect(() => {
    const timer = setInterval(reload, moves ? LOOK_EVERY.moving : LOOK_EVERY.still);
    return () => clearInterval(timer);
  }, [moves, reload]);

  return (
    <div className={canWrite ? 'siem-grid siem-form' : undefined} data-test-subj="siemBackfill">
      {canWrite && <BackfillForm source={source} onStarted={reload} />}
      <div>
        {error && <RequestError error={error} retry={reload} />}
        {!data && loading && <PageLoading />}
        {data && <BackfillList backfills={data.items} source={source} reload={reload} />}
      </div>
    </div>
  );
}

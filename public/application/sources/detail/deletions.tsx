import { EuiCallOut, EuiProgress, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useEffect } from 'react';
import type { DataDeletion } from '../../../../common/source_detail';
import { formatNumber } from '../../../services/format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

const LOOK_EVERY = 5_000;

/** How far the deletion of deleted sources' data is; nothing where there is none. */
export function Deletions() {
  const { api } = useSiem();
  const { data, reload } = useRequest(api.sourceDetail.deletions);
  const items = data?.items ?? [];
  const running = items.some(({ state }) => state === 'running');
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(reload, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [running, reload]);
  if (items.length === 0) return null;
  return (
    <div data-test-subj="siemDeletions">
      <EuiCallOut
        size="s"
        iconType={running ? 'clock' : 'check'}
        title={i18n.translate('awsSiem.deletions.title', { defaultMessage: 'Data of deleted sources' })}
      >
        {items.map((deletion) => (
          <Deletion key={deletion.sourceId} deletion={deletion} />
        ))}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </div>
  );
}

function Deletion({ deletion: { name, state, deleted, total, error } }: { deletion: DataDeletion }) {
  const values = { name, deleted: formatNumber(deleted), total: formatNumber(total) };
  return (
    <EuiText size="s">
      <p>
        {state === 'done'
          ? i18n.translate('awsSiem.deletions.done', {
              defaultMessage: '{name}: {deleted} events and rejects deleted',
              values,
            })
          : i18n.translate('awsSiem.deletions.running', {
              defaultMessage: '{name}: {deleted} of {total} events and rejects deleted so far',
              values,
            })}
        {error !== undefined && `. ${error}`}
      </p>
      {state === 'running' && (
        <EuiProgress value={deleted} max={Math.max(1, total)} size="xs" aria-label={name} />
      )}
    </EuiText>
  );
}

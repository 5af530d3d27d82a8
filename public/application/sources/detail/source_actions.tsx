import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { useHistory } from 'react-router-dom';
import type { SourceView } from '../../../../common/source';
import { errorMessage } from '../../../services/errors';
import { sourceInputOf } from '../../../services/inputs';
import { useAction } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { DeleteSource } from './delete_source';
import { RefreshButton } from '../../../components/refresh_button';

interface Props {
  source: SourceView;
  loading: boolean;
  reload(): void;
}

/** What can be done with the source as a whole. */
export function SourceActions({ source, loading, reload }: Props) {
  const { api, core, canWrite } = useSiem();
  const history = useHistory();
  const [deleting, setDeleting] = useState(false);
  const { enabled } = source;
  const toggle = useAction(async () => {
    try {
      await api.sources.update(source, { ...sourceInputOf(source), enabled: !enabled });
    } catch (error) {
      core.notifications.toasts.addDanger({ title: source.name, text: errorMessage(error as Error) });
    }
    reload();
  });
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      <EuiFlexItem grow={false}>
        <RefreshButton loading={loading} reload={reload} />
      </EuiFlexItem>
      {canWrite && (
        <>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              size="s"
              color="danger"
              iconType="trash"
              onClick={() => setDeleting(true)}
              data-test-subj="siemDeleteSource"
            >
              <FormattedMessage id="awsSiem.detail.delete" defaultMessage="Delete" />
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              iconType={enabled ? 'pause' : 'play'}
              isLoading={toggle.running}
              onClick={() => void toggle.run()}
              data-test-subj="siemPauseSource"
            >
              {enabled
                ? i18n.translate('awsSiem.sources.pause', { defaultMessage: 'Pause' })
                : i18n.translate('awsSiem.sources.resume', { defaultMessage: 'Resume' })}
            </EuiButton>
          </EuiFlexItem>
        </>
      )}
      {deleting && (
        <DeleteSource
          source={source}
          onCancel={() => setDeleting(false)}
          onDeleted={() => history.push('/sources')}
        />
      )}
    </EuiFlexGroup>
  );
}

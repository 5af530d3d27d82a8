import {
  EuiDescriptionList,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import type { AlertDocument } from '../../../common/alert';
import { SeverityBadge } from '../../components/badges';
import { PageLoading, RequestError } from '../../components/page_states';
import { useTimeFormat } from '../../components/use_time_format';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { alertFacts } from './alert_facts';
import { AlertLinks } from './alert_links';

/** One alert as a whole, beside the list. */
export function AlertFlyout({ id, onClose }: { id: string; onClose(): void }) {
  const { api } = useSiem();
  const load = useCallback((signal: AbortSignal) => api.alert(id, signal), [api, id]);
  const { data, error, reload } = useRequest(load);
  return (
    <EuiFlyout
      onClose={onClose}
      size="m"
      ownFocus
      aria-labelledby="siemAlertTitle"
      data-test-subj="siemAlertFlyout"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id="siemAlertTitle">
            {data?.rule.name ?? i18n.translate('awsSiem.alert.title', { defaultMessage: 'Alert' })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {error && <RequestError error={error} retry={reload} />}
        {!data && !error && <PageLoading />}
        {data && <AlertBody alert={data} />}
      </EuiFlyoutBody>
    </EuiFlyout>
  );
}

function AlertBody({ alert }: { alert: AlertDocument }) {
  const formatTime = useTimeFormat(true);
  return (
    <>
      <SeverityBadge severity={alert.alert.severity} />
      <EuiSpacer size="s" />
      <EuiText>
        <p>{alert.alert.reason || alert.message}</p>
      </EuiText>
      <EuiSpacer size="m" />
      <AlertLinks alert={alert} />
      <EuiSpacer size="l" />
      <EuiDescriptionList
        type="column"
        compressed
        listItems={alertFacts(alert, formatTime)}
        titleProps={{ style: { width: '30%' } }}
        descriptionProps={{ style: { width: '70%' } }}
      />
    </>
  );
}

import {
  EuiBadge,
  EuiFacetButton,
  EuiFacetGroup,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { SourceView } from '../../../../common/source';
import type { RejectsResponse } from '../../../../common/source_detail';
import { CursorPager } from '../../../components/cursor_pager';
import { PageLoading, RequestError } from '../../../components/page_states';
import { formatNumber } from '../../../services/format';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import { RejectReplayButton } from '../backfill';
import { DETAIL_PARAMS, type TabProps } from './detail_params';
import { RejectsTable } from './rejects_table';

/** Lines and records of the source that could not be parsed or indexed, with the reason and the text itself. */
export function RejectsTab({ source, params, setParams }: TabProps & { source: SourceView }) {
  const { api } = useSiem();
  const { reason, object, after } = params;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.sourceDetail.rejects(
        source.id,
        { ...(reason && { reason }), ...(object && { object }), ...(after && { after }) },
        signal,
      ),
    [api, source.id, reason, object, after],
  );
  const { data, error, loading, reload } = useRequest(load);
  const setFilters = (changes: Partial<typeof params>) => setParams({ ...changes, after: '' });

  return (
    <EuiPanel hasShadow={false} paddingSize="m" data-test-subj="siemRejects">
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !error && data.reasons.length === 0 && <NoRejects />}
      {data && !error && data.reasons.length > 0 && (
        <EuiFlexGroup gutterSize="l">
          <EuiFlexItem grow={false} style={{ width: 300 }}>
            <div>
              <RejectReplayButton
                source={source}
                reason={reason}
                objectKey={object}
                onStarted={() => setParams({ ...DETAIL_PARAMS, tab: 'backfill' })}
              />
            </div>
            <EuiSpacer size="m" />
            <Reasons
              reasons={data.reasons}
              chosen={reason}
              onChoose={(next) => setFilters({ reason: next })}
            />
          </EuiFlexItem>
          <EuiFlexItem>
            {object !== '' && (
              <div>
                <EuiBadge
                  color="hollow"
                  iconType="cross"
                  iconSide="right"
                  iconOnClick={() => setFilters({ object: '' })}
                  iconOnClickAriaLabel={i18n.translate('awsSiem.rejects.allObjects', {
                    defaultMessage: 'Show the rejects of all objects',
                  })}
                >
                  {object}
                </EuiBadge>
                <EuiSpacer size="s" />
              </div>
            )}
            <RejectsTable
              rejects={data.items}
              loading={loading}
              onObject={(key) => setFilters({ object: key })}
            />
            <CursorPager
              shown={data.items.length}
              total={data.total}
              next={data.next}
              current={after}
              onChange={(cursor) => setParams({ after: cursor })}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
    </EuiPanel>
  );
}

function NoRejects() {
  return (
    <div className="siem-loading">
      <EuiText size="s" color="subdued" textAlign="center">
        <FormattedMessage
          id="awsSiem.rejects.none"
          defaultMessage="No rejects: all lines and records of this source were parsed and indexed."
        />
      </EuiText>
    </div>
  );
}

interface ReasonsProps {
  reasons: RejectsResponse['reasons'];
  chosen: string;
  onChoose(reason: string): void;
}

function Reasons({ reasons, chosen, onChoose }: ReasonsProps) {
  return (
    <>
      <EuiTitle size="xxs">
        <h2>
          <FormattedMessage id="awsSiem.rejects.reasons" defaultMessage="By reason" />
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiFacetGroup layout="vertical">
        {reasons.map(({ reason, count }) => (
          <EuiFacetButton
            key={reason}
            quantity={count}
            isSelected={reason === chosen}
            aria-pressed={reason === chosen}
            aria-label={`${reason}: ${formatNumber(count)}`}
            title={reason}
            onClick={() => onChoose(reason === chosen ? '' : reason)}
            data-test-subj="siemRejectReason"
          >
            {reason}
          </EuiFacetButton>
        ))}
      </EuiFacetGroup>
    </>
  );
}

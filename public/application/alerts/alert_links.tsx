import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useCallback } from 'react';
import type { AlertDocument } from '../../../common/alert';
import { useLinkTo } from '../../components/use_link_to';
import { discoverLink } from '../../services/discover_link';
import { useRequest } from '../../services/use_request';
import { useSiem } from '../siem_context';

/** Where to look next: the events in Discover, where the host has it, and the rule. */
export function AlertLinks({ alert: { alert, rule } }: { alert: AlertDocument }) {
  const { core, deps } = useSiem();
  const linkTo = useLinkTo();
  const { data: discover } = useRequest(
    useCallback(() => discoverLink(core, deps, alert.query), [core, deps, alert.query]),
  );
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {discover && (
        <EuiFlexItem grow={false}>
          <EuiButton size="s" iconType="discoverApp" href={discover} data-test-subj="siemShowEvents">
            <FormattedMessage id="awsSiem.alert.showEvents" defaultMessage="Show events in Discover" />
          </EuiButton>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="gear"
          {...linkTo(`/rules/${encodeURIComponent(rule.id)}`)}
          data-test-subj="siemOpenRule"
        >
          <FormattedMessage id="awsSiem.alert.openRule" defaultMessage="Open the rule" />
        </EuiButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { AlertDocument } from '../../../common/alert';
import { useDiscoverUrls } from '../../components/discover_link';
import { useLinkTo } from '../../components/use_link_to';
import { alertSearch } from './alert_search';

/** Where to look next: the events in Discover, where the host has it, and the rule. */
export function AlertLinks({ alert: { alert, rule } }: { alert: AlertDocument }) {
  const linkTo = useLinkTo();
  const discover = useDiscoverUrls()(alertSearch(alert.query));
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

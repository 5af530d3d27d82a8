import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiButton, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useLocation } from 'react-router-dom';
import { useLinkTo } from '../../components/use_link_to';
import { useSiem } from '../siem_context';
import { RemoveSampleData } from './sample_data_actions';

/** On every page but the guide: what is shown is partly made up. */
export function SampleDataCallout() {
  const { status, canWrite } = useSiem();
  const linkTo = useLinkTo();
  const { pathname } = useLocation();
  if (!status?.sampleData || pathname === '/start') return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="beaker"
        title={i18n.translate('awsSiem.sample.callout', {
          defaultMessage:
            'Sample data is loaded: events in the namespace "sample" and alerts of rules named "Sample" are made up',
        })}
        data-test-subj="siemSampleLoaded"
      >
        <EuiFlexGroup gutterSize="s" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButton size="s" {...linkTo('/start')}>
              <FormattedMessage id="awsSiem.sample.guide" defaultMessage="Go on with the guide" />
            </EuiButton>
          </EuiFlexItem>
          {canWrite && (
            <EuiFlexItem grow={false}>
              <RemoveSampleData />
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

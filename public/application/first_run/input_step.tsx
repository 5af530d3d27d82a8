import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { SampleData } from '../../../common/sample_data';
import { useLinkTo } from '../../components/use_link_to';
import { useSiem } from '../siem_context';
import { LoadSampleData, RemoveSampleData } from './sample_data_actions';

/** Logs of one's own, or the sample. */
export function InputStep({ sample, reload }: { sample: SampleData; reload(): void }) {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  return (
    <>
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="awsSiem.firstRun.inputText"
            defaultMessage="Add the S3 bucket that your logs are delivered to; the form shows the AWS set-up to copy. Or look around first with sample data: a day of a made-up company's logs of nine types, with a break-in in the last hour and rules that see it."
          />
        </p>
      </EuiText>
      {canWrite && (
        <>
          <EuiSpacer size="m" />
          <EuiFlexGroup gutterSize="s" responsive={false} wrap>
            <EuiFlexItem grow={false}>
              <EuiButton
                fill
                size="s"
                iconType="plusInCircle"
                {...linkTo('/sources/new')}
                data-test-subj="siemAddSource"
              >
                <FormattedMessage id="awsSiem.firstRun.addSource" defaultMessage="Add a source" />
              </EuiButton>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              {sample.present ? <RemoveSampleData onDone={reload} /> : <LoadSampleData onDone={reload} />}
            </EuiFlexItem>
          </EuiFlexGroup>
        </>
      )}
    </>
  );
}

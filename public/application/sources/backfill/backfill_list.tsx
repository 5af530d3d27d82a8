import { EuiEmptyPrompt, EuiPanel, EuiSpacer } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { BackfillView } from '../../../../common/backfill';
import type { SourceView } from '../../../../common/source';
import { BackfillItem } from './backfill_item';

interface Props {
  backfills: BackfillView[];
  source: SourceView;
  reload(): void;
}

/** The backfills of a source, the newest first. */
export function BackfillList({ backfills, source, reload }: Props) {
  if (backfills.length === 0) return <NoBackfills />;
  return (
    <>
      {backfills.map((backfill) => (
        <React.Fragment key={backfill.id}>
          <BackfillItem backfill={backfill} sourceEnabled={source.enabled} reload={reload} />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
    </>
  );
}

function NoBackfills() {
  return (
    <EuiPanel hasShadow={false} paddingSize="m">
      <EuiEmptyPrompt
        iconType="clock"
        titleSize="xs"
        title={
          <h2>
            <FormattedMessage id="awsSiem.backfill.none" defaultMessage="Nothing was backfilled so far" />
          </h2>
        }
        body={
          <p>
            <FormattedMessage
              id="awsSiem.backfill.noneHelp"
              defaultMessage="Choose a period or keys, see how much it is, and start. It goes on where it was after a restart, and can be paused."
            />
          </p>
        }
      />
    </EuiPanel>
  );
}

import { EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { HealthResponse } from '../../../common/health';

/** Says that nothing is wrong, and what that was found by. */
export function AllIsWell({ health: { sources, nodes, cluster } }: { health: HealthResponse }) {
  return (
    <EuiCallOut
      size="s"
      color="success"
      iconType="check"
      title={i18n.translate('awsSiem.health.well', { defaultMessage: 'All is well' })}
      data-test-subj="siemAllIsWell"
    >
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="awsSiem.health.wellChecked"
            defaultMessage="Checked: {sources, plural, one {# source} other {# sources}} for failures, lag, silence and rejects; rules and channels for failures; {nodes, plural, one {# node with its} other {# nodes with their}} worker threads; {unchecked, plural, =0 {OpenSearch for its state, disks, shards, write blocks, refused and slow requests} other {OpenSearch as far as it may be asked}}."
            values={{ sources: sources.length, nodes: nodes.length, unchecked: cluster.unchecked.length }}
          />
        </p>
      </EuiText>
    </EuiCallOut>
  );
}

import { EuiButton, EuiSpacer, EuiText } from '@elastic/eui';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import { useLinkTo } from '../../components/use_link_to';
import { formatNumber } from '../../services/format';
import type { Progress } from './progress';

/** How many events there are, and where to look at them. */
export function EventsStep({ progress: { input, events } }: { progress: Progress }) {
  const linkTo = useLinkTo();
  return (
    <>
      <EuiText size="s">
        <p>
          {events > 0 ? (
            <FormattedMessage
              id="awsSiem.firstRun.eventsThere"
              defaultMessage="{events} events are indexed. The overview counts them and shows what stands out."
              values={{ events: formatNumber(events) }}
            />
          ) : input ? (
            <FormattedMessage
              id="awsSiem.firstRun.eventsExpected"
              defaultMessage="Waiting for the first ones: AWS delivers logs every five to fifteen minutes."
            />
          ) : (
            <FormattedMessage
              id="awsSiem.firstRun.eventsNone"
              defaultMessage="Events show up here as soon as there is something to read."
            />
          )}
        </p>
      </EuiText>
      {events > 0 && (
        <>
          <EuiSpacer size="m" />
          <EuiButton
            size="s"
            iconType="visBarVerticalStacked"
            {...linkTo('/?from=now-24h&to=now')}
            data-test-subj="siemSeeEvents"
          >
            <FormattedMessage id="awsSiem.firstRun.seeEvents" defaultMessage="Open the overview" />
          </EuiButton>
        </>
      )}
    </>
  );
}

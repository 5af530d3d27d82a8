import { i18n } from '@osd/i18n';
import React from 'react';
import type { HealthIssue, SourceHealth } from '../../../../common/health';
import { LOGS_PATTERN } from '../../../../common/plugin';
import type { SourceView } from '../../../../common/source';
import { StateBadge } from '../../../components/badges';
import { DiscoverLink } from '../../../components/discover_link';
import { Fact } from '../../../components/fact';
import { useTimeFormat } from '../../../components/use_time_format';
import type { EventSearch } from '../../../services/discover_link';
import { formatBytes, formatDuration, formatNumber } from '../../../services/format';
import { phraseFilter } from '../../../services/phrase_filter';
import { StatusNotes } from '../status_notes';

interface Props {
  source: SourceView;
  health: SourceHealth;
  issues: HealthIssue[];
}

/** The source's figures at a glance. */
export function SourceFacts({ source, health, issues }: Props) {
  const formatTime = useTimeFormat();
  const { status } = source;
  const isTold = issues.some(({ kind }) => kind === 'source_failing' || kind === 'changed_outside');
  const lastPoll =
    status.lastPollAt &&
    i18n.translate('awsSiem.detail.lastPoll', {
      defaultMessage: 'polled {time}',
      values: { time: formatTime(status.lastPollAt) },
    });
  return (
    <div className="siem-grid siem-facts" data-test-subj="siemSourceFacts">
      <Fact
        label={i18n.translate('awsSiem.detail.state', { defaultMessage: 'State' })}
        value={<StateBadge state={status.state} error={status.lastError} />}
        note={
          <>
            {(!isTold && status.lastError?.message) || lastPoll}
            <StatusNotes source={source} />
          </>
        }
        testSubject="siemFact-state"
      />
      <Fact
        label={i18n.translate('awsSiem.detail.lag', { defaultMessage: 'Lag' })}
        value={health.lag === undefined ? '–' : formatDuration(health.lag)}
        note={
          health.lagLimit === undefined
            ? i18n.translate('awsSiem.detail.lagLearning', {
                defaultMessage: 'what is usual is being learnt',
              })
            : i18n.translate('awsSiem.detail.lagUsual', {
                defaultMessage: 'usually at most {limit}',
                values: { limit: formatDuration(health.lagLimit) },
              })
        }
        testSubject="siemFact-lag"
      />
      <Fact
        label={i18n.translate('awsSiem.detail.delay', { defaultMessage: 'Delivery by AWS' })}
        value={health.usualDelay === undefined ? '–' : formatDuration(health.usualDelay)}
        note={
          health.lastObjectAt &&
          i18n.translate('awsSiem.detail.lastObject', {
            defaultMessage: 'last object {time}',
            values: { time: formatTime(health.lastObjectAt) },
          })
        }
      />
      <Fact
        label={i18n.translate('awsSiem.detail.events', { defaultMessage: 'Events' })}
        value={<DiscoverLink search={eventsOf(source)}>{formatNumber(status.events)}</DiscoverLink>}
        note={
          health.eventsPerMinute !== undefined &&
          i18n.translate('awsSiem.detail.perMinute', {
            defaultMessage: '{count} a minute in the last hour',
            values: { count: formatNumber(health.eventsPerMinute) },
          })
        }
        testSubject="siemFact-events"
      />
      <Fact
        label={i18n.translate('awsSiem.detail.rejectCount', { defaultMessage: 'Rejects' })}
        value={formatNumber(status.rejects)}
        note={
          health.rejectRatio !== undefined &&
          i18n.translate('awsSiem.detail.rejectRatio', {
            defaultMessage: '{ratio} of the last hour’s records',
            values: { ratio: `${(100 * health.rejectRatio).toFixed(health.rejectRatio < 0.1 ? 1 : 0)} %` },
          })
        }
        testSubject="siemFact-rejects"
      />
      <Fact
        label={i18n.translate('awsSiem.detail.read', { defaultMessage: 'Read from S3' })}
        value={formatBytes(status.bytes)}
        note={i18n.translate('awsSiem.detail.readObjects', {
          defaultMessage: '{count, plural, one {# object} other {# objects}}',
          values: { count: status.objects },
        })}
      />
    </div>
  );
}

/** All that the source ever brought, however old. */
function eventsOf({ id }: SourceView): EventSearch {
  const time = { from: 'now-10y', to: 'now' };
  return { index: LOGS_PATTERN, filters: [phraseFilter('siem.source.id', id)], time };
}

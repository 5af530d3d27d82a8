import { EuiBasicTable, EuiButtonEmpty, EuiEmptyPrompt, EuiPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { EntityKind } from '../../../common/entity';
import type { ExploreResponse } from '../../../common/explore';
import { useAlertColumns } from '../../components/alert_columns';
import { EventHistogram, typeColor } from '../../components/event_histogram/event_histogram';
import { HistogramTable } from '../../components/event_histogram/histogram_table';
import { TitledPanel } from '../../components/titled_panel';
import { formatNumber } from '../../services/format';
import type { TimeRange } from '../../services/time_range';
import { useMoments } from '../../services/use_moments';
import { EntityFacts } from './entity_facts';
import { NewestEvents } from './newest_events';
import { RelatedPanels } from './related_panels';
import { SignalList } from './signal_list';

interface Props {
  known: ExploreResponse;
  /** A newer answer is on its way. */
  stale: boolean;
  kind: EntityKind;
  value: string;
  range: TimeRange;
  onRange(range: TimeRange): void;
}

/** What is known, part by part: how much, when, alerts, who else, the newest events. */
export function ExplorePanels({ known, stale, kind, value, range, onRange }: Props) {
  if (known.firstSeen === undefined && known.alerts.total === 0) return <NeverSeen value={value} />;
  return (
    <div className={stale ? 'siem-stale' : undefined} aria-busy={stale}>
      <EntityFacts known={known} range={range} />
      {known.signals.length > 0 && <SignalList signals={known.signals} />}
      {known.alerts.total > 0 && <EntityAlerts alerts={known.alerts} range={range} />}
      <EntityHistogram known={known} range={range} onRange={onRange} />
      <RelatedPanels related={known.related} kind={kind} />
      {known.events.length > 0 && <NewestEvents events={known.events} total={known.count} />}
    </div>
  );
}

function NeverSeen({ value }: { value: string }) {
  return (
    <EuiPanel hasShadow={false} data-test-subj="siemNeverSeen">
      <EuiEmptyPrompt
        iconType="inspect"
        title={
          <h2>
            <FormattedMessage
              id="awsSiem.explore.neverSeen"
              defaultMessage="No event names {value}"
              values={{ value }}
            />
          </h2>
        }
        body={
          <p>
            <FormattedMessage
              id="awsSiem.explore.neverSeenHelp"
              defaultMessage="Nothing that is kept tells of it, at any time. Check how it is written; names are case-sensitive."
            />
          </p>
        }
      />
    </EuiPanel>
  );
}

function EntityAlerts({ alerts, range }: { alerts: ExploreResponse['alerts']; range: TimeRange }) {
  const period = new URLSearchParams({ from: range.from, to: range.to }).toString();
  const columns = useAlertColumns(period);
  const title = i18n.translate('awsSiem.explore.alertsTitle', { defaultMessage: 'Alerts about it' });
  return (
    <TitledPanel
      title={title}
      note={formatNumber(alerts.total)}
      className="siem-gap"
      testSubject="siemExploreAlerts"
    >
      <div className="siem-tableBody" tabIndex={0} role="group" aria-label={title}>
        <EuiBasicTable
          items={alerts.items}
          columns={columns}
          compressed
          responsive={false}
          tableCaption={title}
        />
      </div>
    </TitledPanel>
  );
}

type HistogramPanelProps = Pick<Props, 'known' | 'range' | 'onRange'>;

function EntityHistogram({ known, range, onRange }: HistogramPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const moments = useMoments(range, known);
  const { histogram, types } = known;
  return (
    <TitledPanel
      title={i18n.translate('awsSiem.explore.overTime', { defaultMessage: 'Events over time' })}
      note={types.map(({ type, title, count }) => (
        <span key={type} className="siem-legend">
          <span className="siem-dot" style={{ background: typeColor(type) }} /> {title} {formatNumber(count)}
        </span>
      ))}
      actions={
        <EuiButtonEmpty
          size="xs"
          iconType={asTable ? 'visBarVerticalStacked' : 'tableDensityNormal'}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? (
            <FormattedMessage id="awsSiem.explore.asChart" defaultMessage="Show as chart" />
          ) : (
            <FormattedMessage id="awsSiem.explore.asTable" defaultMessage="Show as table" />
          )}
        </EuiButtonEmpty>
      }
      className="siem-eventsPanel siem-gap"
    >
      {histogram.points.length === 0 ? (
        <div className="siem-noData">
          <FormattedMessage
            id="awsSiem.explore.noEvents"
            defaultMessage="No events in this period: choose one that reaches back to when it was last seen."
          />
        </div>
      ) : asTable ? (
        <HistogramTable histogram={histogram} types={types} />
      ) : (
        <EventHistogram histogram={histogram} types={types} range={moments} onRange={onRange} />
      )}
    </TitledPanel>
  );
}

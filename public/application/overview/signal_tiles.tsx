import { EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { type EventFilter, SIGNAL_FIELD } from '../../../common/event_filter';
import type { SignalCount } from '../../../common/overview';
import type { SignalId } from '../../../common/signal';
import { ChangeNote } from '../../components/change_note';
import { Sparkline } from '../../components/sparkline';
import { hasFilter, toggleFilter } from '../../services/event_filters';
import { signalTitle } from '../../services/field_titles';
import { formatDuration, formatNumber } from '../../services/format';
import { rangeLength, type TimeRange } from '../../services/time_range';

/** Of which there should be none on an ordinary day. */
const ALARMING: ReadonlySet<SignalId> = new Set(['root_use', 'exposures']);

interface Props {
  signals: SignalCount[];
  range: TimeRange;
  filters: readonly EventFilter[];
  onFilters(filters: EventFilter[]): void;
}

/** Events worth a look at any time, each with its shape and its change; a click narrows the page to them, another one widens it again. */
export function SignalTiles({ signals, range, filters, onFilters }: Props) {
  const period = formatDuration(rangeLength(range));
  return (
    <div className="siem-grid siem-gap siem-tiles">
      {signals.map(({ id, count, before, trend }) => {
        const selected = hasFilter(filters, SIGNAL_FIELD, id);
        const title = signalTitle(id);
        return (
          <EuiPanel
            key={id}
            className={`siem-metric siem-tile ${ALARMING.has(id) && count > 0 ? 'siem-tile--alarming' : ''}`}
            paddingSize="s"
            hasShadow={false}
            color={selected ? 'subdued' : 'plain'}
            aria-pressed={selected}
            onClick={() => onFilters(toggleFilter(filters, SIGNAL_FIELD, id))}
            title={i18n.translate('awsSiem.signalTile.title', {
              defaultMessage:
                '{title}: {count}, and {before} in the {period} before. Click to show only these.',
              values: { title, count: formatNumber(count), before: formatNumber(before), period },
            })}
            data-test-subj={`siemSignal-${id}`}
          >
            <EuiText size="xs" className="siem-tileTitle siem-clamp">
              {title}
            </EuiText>
            <span className={count === 0 ? 'siem-tileValue siem-zero' : 'siem-tileValue'}>
              {formatNumber(count)}
            </span>
            <EuiText size="xs" color="subdued">
              <ChangeNote count={count} before={before} />
            </EuiText>
            <Sparkline values={trend} />
          </EuiPanel>
        );
      })}
    </div>
  );
}

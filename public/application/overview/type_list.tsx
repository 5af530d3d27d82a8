import { i18n } from '@osd/i18n';
import React from 'react';
import type { EventFilter } from '../../../common/event_filter';
import type { OverviewResponse } from '../../../common/overview';
import { ChangeNote } from '../../components/change_note';
import { typeColor } from '../../components/event_histogram/event_histogram';
import { hasFilter, toggleFilter } from '../../services/event_filters';
import { formatNumber } from '../../services/format';

interface Props {
  types: OverviewResponse['types'];
  filters: readonly EventFilter[];
  onFilters(filters: EventFilter[]): void;
}

/** Events per log type against the period before, and what the chart's colours mean; a click narrows the page to the type, another one widens it again. */
export function TypeList({ types, filters, onFilters }: Props) {
  return (
    <ul className="siem-types">
      {types.map(({ type, title, count, before }) => {
        const selected = hasFilter(filters, 'type', type);
        return (
          <li key={type}>
            <button
              type="button"
              className={selected ? 'siem-type siem-type--selected' : 'siem-type'}
              aria-pressed={selected}
              onClick={() => onFilters(toggleFilter(filters, 'type', type))}
              title={
                selected
                  ? i18n.translate('awsSiem.metric.unfilter', { defaultMessage: 'Show all types again' })
                  : i18n.translate('awsSiem.metric.filter', {
                      defaultMessage: 'Show only {title}',
                      values: { title },
                    })
              }
              data-test-subj={`siemMetric-${type}`}
            >
              <span className="siem-dot" style={{ background: typeColor(type) }} />
              <span className="siem-typeName">{title}</span>
              <span
                className={count === 0 ? 'siem-number siem-zero' : 'siem-number'}
                data-test-subj={`siemMetricValue-${type}`}
                data-value={count}
              >
                {formatNumber(count)}
              </span>
              <span className="siem-typeChange">
                <ChangeNote count={count} before={before} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

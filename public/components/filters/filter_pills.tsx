import { EuiBadge, EuiButtonEmpty, EuiPopover, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { EventFilter } from '../../../common/event_filter';
import { addFilter } from '../../services/event_filters';
import { FilterForm } from './filter_form';
import { eventFilterLabel } from './filter_label';

interface Props {
  filters: readonly EventFilter[];
  onChange(filters: EventFilter[]): void;
}

/** What events are narrowed to: each part can be changed, turned around and taken away, and others be added. */
export function FilterPills({ filters, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  return (
    <div className="siem-pills" data-test-subj="siemPills">
      {filters.map((filter, index) => (
        <Pill
          key={`${filter.field}:${filter.value}`}
          filter={filter}
          onChange={(changed) => {
            const others = filters.filter((_, place) => place !== index);
            onChange(changed ? [...others.slice(0, index), changed, ...others.slice(index)] : others);
          }}
        />
      ))}
      <EuiPopover
        isOpen={adding}
        closePopover={() => setAdding(false)}
        anchorPosition="downLeft"
        button={
          <EuiButtonEmpty
            size="xs"
            iconType="plusInCircle"
            onClick={() => setAdding(!adding)}
            data-test-subj="siemPillAdd"
          >
            <FormattedMessage id="awsSiem.pills.add" defaultMessage="Add filter" />
          </EuiButtonEmpty>
        }
      >
        {adding && (
          <FilterForm
            onSave={(filter) => {
              setAdding(false);
              onChange(addFilter(filters, filter));
            }}
          />
        )}
      </EuiPopover>
      {filters.length > 1 && (
        <EuiButtonEmpty size="xs" color="text" onClick={() => onChange([])} data-test-subj="siemPillsClear">
          <FormattedMessage id="awsSiem.pills.clear" defaultMessage="Clear all" />
        </EuiButtonEmpty>
      )}
    </div>
  );
}

/** `onChange` without a filter takes the pill away. */
function Pill({ filter, onChange }: { filter: EventFilter; onChange(filter?: EventFilter): void }) {
  const [open, setOpen] = useState(false);
  const label = eventFilterLabel(filter);
  const turned = filter.negate ? { field: filter.field, value: filter.value } : { ...filter, negate: true };
  return (
    <EuiPopover
      isOpen={open}
      closePopover={() => setOpen(false)}
      anchorPosition="downLeft"
      button={
        <EuiBadge
          className="siem-pill"
          color={filter.negate ? 'danger' : 'hollow'}
          iconType="cross"
          iconSide="right"
          iconOnClick={() => onChange()}
          iconOnClickAriaLabel={i18n.translate('awsSiem.pills.remove', {
            defaultMessage: 'Remove the filter {label}',
            values: { label },
          })}
          onClick={() => setOpen(!open)}
          onClickAriaLabel={i18n.translate('awsSiem.pills.edit', {
            defaultMessage: 'Change the filter {label}',
            values: { label },
          })}
          data-test-subj={`siemPill-${filter.field}`}
        >
          {label}
        </EuiBadge>
      }
    >
      {open && (
        <>
          <EuiButtonEmpty
            size="xs"
            flush="left"
            iconType={filter.negate ? 'plusInCircle' : 'minusInCircle'}
            onClick={() => {
              setOpen(false);
              onChange(turned);
            }}
            data-test-subj="siemPillTurn"
          >
            {filter.negate ? (
              <FormattedMessage id="awsSiem.pills.include" defaultMessage="Show only these" />
            ) : (
              <FormattedMessage id="awsSiem.pills.exclude" defaultMessage="Show all but these" />
            )}
          </EuiButtonEmpty>
          <EuiSpacer size="s" />
          <FilterForm
            initial={filter}
            onSave={(changed) => {
              setOpen(false);
              onChange(changed);
            }}
          />
        </>
      )}
    </EuiPopover>
  );
}

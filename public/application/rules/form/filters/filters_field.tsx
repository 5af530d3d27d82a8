import { EuiBadge, EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { filterLabel } from '../../../../services/filter_label';
import { FilterDialog } from './filter_dialog';
import { metaOf, type RuleFilter } from './filter_model';

interface Props {
  filters: RuleFilter[];
  onChange(filters: RuleFilter[]): void;
}

const LABEL = i18n.translate('awsSiem.rule.filters', { defaultMessage: 'Filters' });

/** Filters as pills, each to be opened and changed. */
export function FiltersField({ filters, onChange }: Props) {
  /** Position of the one that is open; that after the last is a new one. */
  const [open, setOpen] = useState<number>();
  const close = () => setOpen(undefined);
  return (
    <div className="siem-pills" role="group" aria-label={LABEL} data-test-subj="siemFilters">
      {filters.map((filter, position) => (
        <FilterPill
          key={position}
          filter={filter}
          onOpen={() => setOpen(position)}
          onRemove={() => onChange(filters.filter((_filter, other) => other !== position))}
        />
      ))}
      <EuiButtonEmpty
        size="xs"
        iconType="plusInCircle"
        onClick={() => setOpen(filters.length)}
        isDisabled={filters.length >= 50}
        data-test-subj="siemAddFilter"
      >
        <FormattedMessage id="awsSiem.rule.addFilter" defaultMessage="Add filter" />
      </EuiButtonEmpty>
      {open !== undefined && (
        <FilterDialog
          filter={filters[open]}
          onSave={(filter) => {
            close();
            onChange([...filters.slice(0, open), filter, ...filters.slice(open + 1)]);
          }}
          onCancel={close}
        />
      )}
    </div>
  );
}

interface PillProps {
  filter: RuleFilter;
  onOpen(): void;
  onRemove(): void;
}

function FilterPill({ filter, onOpen, onRemove }: PillProps) {
  const label = filterLabel(filter);
  const { negate, disabled } = metaOf(filter);
  return (
    <EuiBadge
      color={negate && !disabled ? 'danger' : 'hollow'}
      iconType="cross"
      iconSide="right"
      onClick={onOpen}
      onClickAriaLabel={i18n.translate('awsSiem.rule.editFilter', {
        defaultMessage: 'Change filter {label}',
        values: { label },
      })}
      iconOnClick={onRemove}
      iconOnClickAriaLabel={i18n.translate('awsSiem.rule.removeFilter', {
        defaultMessage: 'Remove filter {label}',
        values: { label },
      })}
    >
      {label}
    </EuiBadge>
  );
}

import { EuiBadge, EuiButtonEmpty, EuiPopover } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import { filterLabel } from '../../../../services/filter_label';
import { FilterEditor } from './filter_editor';
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
  const save = (position: number) => (filter: RuleFilter) => {
    close();
    onChange([...filters.slice(0, position), filter, ...filters.slice(position + 1)]);
  };
  return (
    <div className="siem-pills" role="group" aria-label={LABEL} data-test-subj="siemFilters">
      {filters.map((filter, position) => (
        <EuiPopover
          key={position}
          isOpen={open === position}
          closePopover={close}
          anchorPosition="downLeft"
          ownFocus
          initialFocus="[data-test-subj='siemFilterOff']"
          button={
            <FilterPill
              filter={filter}
              onOpen={() => setOpen(position)}
              onRemove={() => onChange(filters.filter((_filter, other) => other !== position))}
            />
          }
        >
          <FilterEditor filter={filter} onSave={save(position)} onCancel={close} />
        </EuiPopover>
      ))}
      <EuiPopover
        isOpen={open === filters.length}
        closePopover={close}
        anchorPosition="downLeft"
        ownFocus
        button={
          <EuiButtonEmpty
            size="xs"
            iconType="plusInCircle"
            onClick={() => setOpen(filters.length)}
            isDisabled={filters.length >= 50}
            data-test-subj="siemAddFilter"
          >
            <FormattedMessage id="awsSiem.rule.addFilter" defaultMessage="Add filter" />
          </EuiButtonEmpty>
        }
      >
        <FilterEditor onSave={save(filters.length)} onCancel={close} />
      </EuiPopover>
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

import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { createContext, useContext } from 'react';
import { useLocation } from 'react-router-dom';
import { entityKindOf } from '../../common/entity';
import type { EventFilter } from '../../common/event_filter';
import type { EventSearch } from '../services/discover_link';
import { explorePath } from '../services/explore_path';
import { EntityLink } from './entity_link';
import { ValueActions } from './value_actions';

/** The events that a page or a part of it is about. */
export interface EventScope {
  search: EventSearch;
  /** Absent where nothing can be narrowed. */
  onFilter?(filter: EventFilter): void;
}

const Scope = createContext<EventScope>({ search: { index: '' } });

export const EventScopeProvider = Scope.Provider;

export function useEventScope(): EventScope {
  return useContext(Scope);
}

/** A value of an event's field, with what can be done with it. An entity leads to its page, another value narrows the events to it. */
export function EventValue({ field, value }: { field: string; value: string }) {
  const { search, onFilter } = useEventScope();
  const location = useLocation();
  if (value === '') return <>–</>;
  const kind = entityKindOf(field);
  return (
    <span className="siem-value">
      <span className="siem-valueText" title={value}>
        {kind ? (
          <EntityLink kind={kind} value={value} />
        ) : onFilter ? (
          <EuiLink
            color="text"
            onClick={() => onFilter({ field, value })}
            title={i18n.translate('awsSiem.eventValue.filter', {
              defaultMessage: 'Show only {value}',
              values: { value },
            })}
          >
            {value}
          </EuiLink>
        ) : (
          value
        )}
      </span>
      <span className="siem-valueActions">
        <ValueActions
          field={field}
          value={value}
          search={search}
          explore={kind && explorePath(kind, value, location.search)}
          onFilter={
            onFilter &&
            ((filter) => onFilter(filter.negate ? filter : { field: filter.field, value: filter.value }))
          }
        />
      </span>
    </span>
  );
}

import React from 'react';
import type { AlertDocument } from '../../common/alert';
import { entityKindOf } from '../../common/entity';
import { fieldTitle } from '../services/field_titles';
import { EntityLink } from './entity_link';

/** Whom an alert is about; entities lead to their pages. */
export function AlertGroup({ group: { fields, values } }: { group: AlertDocument['alert']['group'] }) {
  return (
    <div className="siem-group">
      {fields.map((field, index) => {
        const value = values[index] ?? '';
        const kind = entityKindOf(field);
        return (
          <div key={field} className="siem-break" title={fieldTitle(field)}>
            {kind && value ? <EntityLink kind={kind} value={value} /> : value || '–'}
          </div>
        );
      })}
    </div>
  );
}

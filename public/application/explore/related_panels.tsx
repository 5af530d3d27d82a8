import { i18n } from '@osd/i18n';
import React from 'react';
import type { EntityKind } from '../../../common/entity';
import type { ExploreResponse, RelatedValue } from '../../../common/explore';
import { countryName } from '../../components/country';
import { DiscoverLink } from '../../components/discover_link';
import { EventValue, useEventScope } from '../../components/event_value';
import { numberColumn, timeAgo, TopTable } from '../../components/top_table';
import { fieldTitle } from '../../services/field_titles';
import { formatNumber } from '../../services/format';
import { phraseFilter } from '../../services/phrase_filter';

/** What the entity's events name besides it: a list for each field, the most frequent values first. */
export function RelatedPanels({ related, kind }: { related: ExploreResponse['related']; kind: EntityKind }) {
  return (
    <div className="siem-grid siem-gap siem-related">
      {related.map(({ field, values }) => (
        <RelatedPanel key={field} title={titleOf(field, kind)} field={field} values={values} />
      ))}
    </div>
  );
}

function RelatedPanel({ title, field, values }: { title: string; field: string; values: RelatedValue[] }) {
  const { search } = useEventScope();
  return (
    <TopTable
      title={title}
      rows={values}
      columns={[
        {
          name: i18n.translate('awsSiem.related.value', { defaultMessage: 'Value' }),
          render: ({ value }: RelatedValue) => (
            <>
              {field.endsWith('country_iso_code') && `${countryName(value)} `}
              <EventValue field={field} value={value} />
            </>
          ),
        },
        numberColumn<RelatedValue>(
          i18n.translate('awsSiem.related.events', { defaultMessage: 'Events' }),
          '76px',
          ({ value, count }) => (
            <DiscoverLink
              search={{ ...search, filters: [...(search.filters ?? []), phraseFilter(field, value)] }}
            >
              {formatNumber(count)}
            </DiscoverLink>
          ),
        ),
        numberColumn<RelatedValue>(
          i18n.translate('awsSiem.related.last', { defaultMessage: 'Last' }),
          '84px',
          ({ last }) => timeAgo(last),
        ),
      ]}
      empty={null}
      className="siem-relatedPanel"
      testSubject={`siemRelated-${field}`}
    />
  );
}

/** Of an address the other side of its connections is meant. */
function titleOf(field: string, kind: EntityKind): string {
  if (kind === 'ip' && field === 'source.ip') {
    return i18n.translate('awsSiem.related.from', { defaultMessage: 'Addresses that reached it' });
  }
  if (kind === 'ip' && field === 'destination.ip') {
    return i18n.translate('awsSiem.related.to', { defaultMessage: 'Addresses it reached' });
  }
  return fieldTitle(field);
}

import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import { FormRow, FormSection } from '../../../components/form_section';
import { TextListField } from '../../../components/text_list_field';
import { filterLabel } from '../../../services/filter_label';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';
import type { RuleFieldProps } from './field_props';
import type { EventFields } from './use_event_fields';

const INDEX = i18n.translate('awsSiem.rule.index', { defaultMessage: 'Index pattern' });
const TIME_FIELD = i18n.translate('awsSiem.rule.timeField', { defaultMessage: 'Time field' });

/** Which events the rule looks at: index pattern, query, filters. */
export function SearchFields({
  values,
  errors,
  change,
  eventFields,
}: RuleFieldProps & { eventFields: EventFields }) {
  const patterns = useIndexPatterns();
  const { index, filters } = values;
  const dates = eventFields.fields.filter(({ type }) => type === 'date').map(({ name }) => name);
  return (
    <FormSection
      title={i18n.translate('awsSiem.rule.search', { defaultMessage: 'Which events it looks at' })}
    >
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem grow={2}>
          <FormRow label={INDEX} error={errors['index.title'] ?? errors.index}>
            <TextListField
              single
              label={INDEX}
              values={index.title ? [index.title] : []}
              suggestions={patterns}
              isInvalid={!!errors['index.title']}
              onChange={([title = '']) => change({ index: { ...index, title } })}
              testSubject="siemField-index"
            />
          </FormRow>
        </EuiFlexItem>
        <EuiFlexItem grow={1}>
          <FormRow label={TIME_FIELD} error={errors['index.timeField']}>
            <TextListField
              single
              label={TIME_FIELD}
              values={index.timeField ? [index.timeField] : []}
              suggestions={dates}
              isLoading={eventFields.loading}
              isInvalid={!!errors['index.timeField']}
              onChange={([timeField = '']) => change({ index: { ...index, timeField } })}
              testSubject="siemField-timeField"
            />
          </FormRow>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      <FormRow
        optional
        label={i18n.translate('awsSiem.rule.query', { defaultMessage: 'Lucene query' })}
        help={i18n.translate('awsSiem.rule.queryHelp', {
          defaultMessage: 'Such as type:elblogs AND url.path:"/login". Empty means every event.',
        })}
        error={errors.query}
      >
        <EuiTextArea
          fullWidth
          rows={2}
          value={values.query}
          isInvalid={!!errors.query}
          onChange={(event) => change({ query: event.target.value })}
          data-test-subj="siemField-query"
        />
      </FormRow>
      {filters.length > 0 && (
        <div
          className="siem-pills"
          role="group"
          aria-label={i18n.translate('awsSiem.rule.filters', { defaultMessage: 'Filters' })}
          data-test-subj="siemFilters"
        >
          {filters.map((filter, position) => (
            <FilterPill
              key={position}
              label={filterLabel(filter)}
              onRemove={() => change({ filters: filters.filter((_filter, other) => other !== position) })}
            />
          ))}
        </div>
      )}
    </FormSection>
  );
}

function FilterPill({ label, onRemove }: { label: string; onRemove(): void }) {
  return (
    <EuiBadge
      color="hollow"
      iconType="cross"
      iconSide="right"
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

/** Titles of the index patterns that people have; any other pattern can be typed. */
function useIndexPatterns(): string[] {
  const { deps } = useSiem();
  const { data } = useRequest(useCallback(() => deps.data.indexPatterns.getIdsWithTitle(), [deps]));
  return (data ?? []).map(({ title }) => title);
}

import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback } from 'react';
import type { RuleInput } from '../../../../common/rule';
import { FormRow } from '../../../components/form_section';
import { useSearchScope } from '../../../components/query_input/search_scope';
import { TextListField } from '../../../components/text_list_field';
import type { FieldErrors } from '../../../services/errors';
import { useRequest } from '../../../services/use_request';
import { useSiem } from '../../siem_context';

const INDEX = i18n.translate('awsSiem.rule.index', { defaultMessage: 'Index pattern' });
const TIME_FIELD = i18n.translate('awsSiem.rule.timeField', { defaultMessage: 'Time field' });

interface Props {
  index: RuleInput['index'];
  errors: FieldErrors;
  onChange(index: RuleInput['index']): void;
}

/** Where the rule searches: an index pattern of the user's or any other, and the time in its events. */
export function IndexFields({ index, errors, onChange }: Props) {
  const patterns = useIndexPatterns();
  const { fields, loading } = useSearchScope();
  const dates = fields.filter(({ type }) => type.startsWith('date')).map(({ name }) => name);
  return (
    <EuiFlexGroup gutterSize="m">
      <EuiFlexItem grow={2}>
        <FormRow label={INDEX} error={errors['index.title'] ?? errors.index}>
          <TextListField
            single
            label={INDEX}
            values={index.title ? [index.title] : []}
            suggestions={patterns}
            isInvalid={!!errors['index.title']}
            onChange={([title = '']) => onChange({ ...index, title })}
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
            isLoading={loading}
            isInvalid={!!errors['index.timeField']}
            onChange={([timeField = '']) => onChange({ ...index, timeField })}
            testSubject="siemField-timeField"
          />
        </FormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** Titles of the index patterns that people have; any other pattern can be typed. */
function useIndexPatterns(): string[] {
  const { deps } = useSiem();
  const { data } = useRequest(useCallback(() => deps.data.indexPatterns.getIdsWithTitle(), [deps]));
  return (data ?? []).map(({ title }) => title);
}

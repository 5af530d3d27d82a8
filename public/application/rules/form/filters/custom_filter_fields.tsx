import { EuiFieldText, EuiTextArea } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { FormRow } from '../../../../components/form_section';

export interface CustomFilter {
  name: string;
  /** JSON. */
  text: string;
}

interface Props {
  filter: CustomFilter;
  isInvalid: boolean;
  onChange(filter: CustomFilter): void;
}

/** A filter as query DSL, with the name that its pill shows. */
export function CustomFilterFields({ filter, isInvalid, onChange }: Props) {
  return (
    <>
      <FormRow optional label={i18n.translate('awsSiem.filter.name', { defaultMessage: 'Name' })}>
        <EuiFieldText
          fullWidth
          compressed
          value={filter.name}
          onChange={(event) => onChange({ ...filter, name: event.target.value })}
        />
      </FormRow>
      <FormRow
        label={i18n.translate('awsSiem.filter.dsl', { defaultMessage: 'Query DSL' })}
        help={i18n.translate('awsSiem.filter.dslHelp', {
          defaultMessage: 'A JSON object such as {example}',
          values: { example: '{ "prefix": { "url.path": "/admin" } }' },
        })}
      >
        <EuiTextArea
          fullWidth
          compressed
          rows={6}
          className="siem-code"
          value={filter.text}
          isInvalid={isInvalid}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
          data-test-subj="siemFilterDsl"
        />
      </FormRow>
    </>
  );
}

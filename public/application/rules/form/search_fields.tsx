import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { QueryLanguage } from '../../../../common/rule';
import { FormRow, FormSection } from '../../../components/form_section';
import { LanguageChoice } from '../../../components/query_input/language_choice';
import { QueryInput } from '../../../components/query_input/query_input';
import { ExceptionsField } from './exceptions_field';
import type { RuleFieldProps } from './field_props';
import { FiltersField } from './filters/filters_field';
import { IndexFields } from './index_fields';

const QUERY = i18n.translate('awsSiem.rule.query', { defaultMessage: 'Query' });

const HELP: Record<QueryLanguage, string> = {
  lucene: i18n.translate('awsSiem.rule.queryHelp', {
    defaultMessage:
      'Such as type:elblogs AND url.path:"/login". Empty means every event. "@name" as a value stands for a value list.',
  }),
  kuery: i18n.translate('awsSiem.rule.dqlHelp', {
    defaultMessage:
      'Such as type : elblogs and url.path : "/login". Empty means every event. "@name" as a value stands for a value list.',
  }),
};

/** Which events the rule looks at: index pattern, query, filters, exceptions. */
export function SearchFields({ values, errors, change }: RuleFieldProps) {
  const { language = 'lucene' } = values;
  return (
    <FormSection
      title={i18n.translate('awsSiem.rule.search', { defaultMessage: 'Which events it looks at' })}
    >
      <IndexFields index={values.index} errors={errors} onChange={(index) => change({ index })} />
      <EuiSpacer size="m" />
      <EuiFlexGroup justifyContent="flexEnd" gutterSize="none" responsive={false} className="siem-language">
        <EuiFlexItem grow={false}>
          <LanguageChoice language={language} onChange={(chosen) => change({ language: chosen })} />
        </EuiFlexItem>
      </EuiFlexGroup>
      <FormRow label={QUERY} help={HELP[language]} error={errors.query}>
        <QueryInput
          label={QUERY}
          value={values.query}
          isInvalid={!!errors.query}
          onChange={(query) => change({ query })}
          testSubject="siemField-query"
        />
      </FormRow>
      <FiltersField filters={values.filters} onChange={(filters) => change({ filters })} />
      <EuiSpacer size="m" />
      <ExceptionsField
        exceptions={values.exceptions ?? []}
        errors={errors}
        onChange={(exceptions) => change({ exceptions })}
      />
    </FormSection>
  );
}

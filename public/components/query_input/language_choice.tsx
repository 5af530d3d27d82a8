import { EuiButtonGroup } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import type { QueryLanguage } from '../../../common/rule';

const LANGUAGES = [
  { id: 'siemLanguage-lucene', value: 'lucene' as const, label: 'Lucene' },
  { id: 'siemLanguage-kuery', value: 'kuery' as const, label: 'DQL' },
];

/** What a language is called. */
export function languageTitle(language: QueryLanguage): string {
  return LANGUAGES.find(({ value }) => value === language)?.label ?? language;
}

interface Props {
  language: QueryLanguage;
  onChange(language: QueryLanguage): void;
}

/** Which language a query is read in. */
export function LanguageChoice({ language, onChange }: Props) {
  return (
    <EuiButtonGroup
      legend={i18n.translate('awsSiem.query.language', { defaultMessage: 'Language of the query' })}
      buttonSize="compressed"
      options={LANGUAGES.map(({ id, label }) => ({ id, label, 'data-test-subj': id }))}
      idSelected={`siemLanguage-${language}`}
      onChange={(id) => {
        const chosen = LANGUAGES.find((each) => each.id === id);
        if (chosen && chosen.value !== language) onChange(chosen.value);
      }}
    />
  );
}

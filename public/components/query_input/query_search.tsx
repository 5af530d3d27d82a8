import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useLayoutEffect, useState } from 'react';
import type { QueryLanguage } from '../../../common/rule';
import { LanguageChoice, languageTitle } from './language_choice';
import { QueryInput } from './query_input';
import { useSearchScope } from './search_scope';

interface Props {
  query: string;
  /** What `query` was searched in; the scope has the language that is chosen. */
  language: QueryLanguage;
  label: string;
  placeholder: string;
  onSearch(search: { query: string; language: QueryLanguage }): void;
  onLanguage(language: QueryLanguage): void;
  testSubject: string;
}

/** The search box of a page over the index of its scope: searched on Enter and when cleared; another language keeps what is typed. */
export function QuerySearch({
  query,
  language,
  label,
  placeholder,
  onSearch,
  onLanguage,
  testSubject,
}: Props) {
  const { language: chosen } = useSearchScope();
  const [text, setText] = useState(query);
  useLayoutEffect(() => setText(query), [query]);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <QueryInput
          label={label}
          value={text}
          placeholder={placeholder}
          onChange={setText}
          onSearch={(typed) => onSearch({ query: typed.trim(), language: chosen })}
          testSubject={testSubject}
        />
        {chosen !== language && text.trim() !== '' && (
          <EuiText size="xs" color="subdued" role="status" data-test-subj="siemLanguageHint">
            {i18n.translate('awsSiem.query.languageHint', {
              defaultMessage: 'Enter searches this as {language}.',
              values: { language: languageTitle(chosen) },
            })}
          </EuiText>
        )}
      </EuiFlexItem>
      <EuiFlexItem grow={false} className="siem-searchLanguage">
        <LanguageChoice language={chosen} onChange={onLanguage} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

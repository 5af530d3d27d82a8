import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React, { useLayoutEffect, useState } from 'react';
import type { QueryLanguage } from '../../../common/rule';
import { LanguageChoice } from './language_choice';
import { QueryInput } from './query_input';
import { useSearchScope } from './search_scope';

interface Props {
  query: string;
  label: string;
  placeholder: string;
  onSearch(search: { query: string; language?: QueryLanguage }): void;
  testSubject: string;
}

/** The search box of a page over the index of its scope: searched on Enter, when cleared, and when the language is changed. */
export function QuerySearch({ query, label, placeholder, onSearch, testSubject }: Props) {
  const { language } = useSearchScope();
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
          onSearch={(typed) => onSearch({ query: typed.trim() })}
          testSubject={testSubject}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false} className="siem-searchLanguage">
        <LanguageChoice
          language={language}
          // What is typed may not be sent yet; it stays with the language it is read in.
          onChange={(chosen) => onSearch({ query: text.trim(), language: chosen })}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

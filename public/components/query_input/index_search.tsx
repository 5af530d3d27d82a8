import React from 'react';
import type { QueryLanguage } from '../../../common/rule';
import { QuerySearch } from './query_search';
import { type SearchScope, SearchScopeProvider } from './search_scope';
import { useIndexScope } from './use_index_scope';

interface Props {
  index: SearchScope['index'];
  language: QueryLanguage;
  query: string;
  label: string;
  /** What the empty box says, in each language. */
  hints: Record<QueryLanguage, string>;
  onSearch(search: { query: string; language?: QueryLanguage }): void;
  testSubject: string;
  /** Below the box, in the same scope. */
  children?: React.ReactNode;
}

/** The search of a page over an index pattern, in the language that its URL names. */
export function IndexSearch({ index, language, hints, children, ...search }: Props) {
  return (
    <SearchScopeProvider value={useIndexScope(index, language)}>
      <QuerySearch {...search} placeholder={hints[language]} />
      {children}
    </SearchScopeProvider>
  );
}

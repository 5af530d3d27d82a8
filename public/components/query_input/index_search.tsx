import React, { useLayoutEffect, useState } from 'react';
import type { QueryLanguage } from '../../../common/rule';
import { QuerySearch } from './query_search';
import { type SearchScope, SearchScopeProvider } from './search_scope';
import { useIndexScope } from './use_index_scope';

interface Props {
  index: SearchScope['index'];
  /** What `query` was searched in. */
  language: QueryLanguage;
  query: string;
  label: string;
  /** What the empty box says, in each language. */
  hints: Record<QueryLanguage, string>;
  onSearch(search: { query: string; language: QueryLanguage }): void;
  testSubject: string;
  /** Below the box, in the same scope. */
  children?: React.ReactNode;
}

/** The search of a page over an index pattern: typed, completed and looked over in the chosen language, which a search makes the page's. */
export function IndexSearch({ index, language, hints, children, ...search }: Props) {
  const [chosen, setChosen] = useState(language);
  useLayoutEffect(() => setChosen(language), [language]);
  return (
    <SearchScopeProvider value={useIndexScope(index, chosen)}>
      <QuerySearch {...search} language={language} placeholder={hints[chosen]} onLanguage={setChosen} />
      {children}
    </SearchScopeProvider>
  );
}

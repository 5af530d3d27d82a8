import { createContext, useContext } from 'react';
import type { FieldsResponse } from '../../../common/api';
import type { ListKind } from '../../../common/list';
import type { QueryLanguage } from '../../../common/rule';

/** What inputs of queries, fields and lists choose from, and are checked against. */
export interface SearchScope {
  language: QueryLanguage;
  index: { title: string; timeField: string };
  /** Of the index pattern; empty while they load and where they cannot be read: names can be typed as well. */
  fields: FieldsResponse['fields'];
  loading: boolean;
  lists: Array<{ name: string; kind: ListKind }>;
}

const NOTHING: SearchScope = {
  language: 'lucene',
  index: { title: '', timeField: '' },
  fields: [],
  loading: false,
  lists: [],
};

const Context = createContext(NOTHING);

export const SearchScopeProvider = Context.Provider;

export function useSearchScope(): SearchScope {
  return useContext(Context);
}

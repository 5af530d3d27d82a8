import { itemPath, PATHS } from '../../common/api';
import type {
  ListChanges,
  ListEntriesQuery,
  ListEntriesResponse,
  ListExportResponse,
  ListImport,
  ListImportResponse,
  ListView,
} from '../../common/list';
import type { HttpStart } from '../../types/opensearch_dashboards_public';

/** What a page can do with the entries of a list. */
export interface ListCalls {
  importEntries(id: string, body: ListImport): Promise<ListImportResponse>;
  entries(id: string, query: ListEntriesQuery, signal?: AbortSignal): Promise<ListEntriesResponse>;
  changeEntries(id: string, changes: ListChanges): Promise<ListView>;
  exportEntries(id: string): Promise<string>;
  /** Fetches the list from its address now. */
  refresh(id: string): Promise<ListView>;
}

export function createListCalls(http: HttpStart): ListCalls {
  const post = <T>(id: string, what: string, body: unknown = {}) =>
    http.post<T>(`${itemPath(PATHS.lists, id)}/${what}`, { body: JSON.stringify(body) });
  return {
    importEntries: (id, body) => post(id, 'import', body),
    entries: (id, query, signal) => http.get(`${itemPath(PATHS.lists, id)}/entries`, { query, signal }),
    changeEntries: (id, changes) => post(id, 'entries', changes),
    exportEntries: async (id) =>
      (await http.get<ListExportResponse>(`${itemPath(PATHS.lists, id)}/export`)).text,
    refresh: (id) => post(id, '_refresh'),
  };
}

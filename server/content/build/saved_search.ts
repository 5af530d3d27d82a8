import type { Panel } from './panel';
import { both } from './panel';
import { savedObject, searchSource } from './saved_object';

/** The events themselves, latest first, with the columns that matter. */
export function savedSearch(id: string, title: string, columns: string[], query = ''): Panel {
  return {
    id,
    title,
    build(scope, fullTitle, objectId) {
      const { meta, references } = searchSource(both(scope.query, query), scope.pattern, {
        highlightAll: false,
        version: true,
      });
      return savedObject(
        'search',
        objectId,
        {
          title: fullTitle,
          description: '',
          hits: 0,
          columns,
          sort: [['@timestamp', 'desc']],
          version: 1,
          kibanaSavedObjectMeta: meta,
        },
        references,
      );
    },
  };
}

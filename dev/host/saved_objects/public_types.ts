import type { SavedObjectsType } from '../../../types/opensearch_dashboards_server';

const text = { type: 'text' };
const stored = { type: 'text', index: false };
const flag = { type: 'boolean', index: false };
const number = { type: 'integer', index: false };
const meta = { properties: { searchSourceJSON: stored } };

const strict = (name: string, properties: Record<string, object>): SavedObjectsType => ({
  name,
  hidden: false,
  namespaceType: 'single',
  mappings: { dynamic: 'strict', properties },
});

/**
 * The types of OSD's own plugins that our prebuilt objects are of, with the mappings of 2.8: an attribute that is not mapped is refused,
 * except in index patterns.
 */
export const PUBLIC_TYPES: readonly SavedObjectsType[] = [
  {
    name: 'index-pattern',
    hidden: false,
    namespaceType: 'single',
    mappings: { dynamic: false, properties: { title: text, type: { type: 'keyword' } } },
  },
  strict('search', {
    title: text,
    description: text,
    hits: number,
    columns: { type: 'keyword', index: false, doc_values: false },
    sort: { type: 'keyword', index: false, doc_values: false },
    version: { type: 'integer' },
    kibanaSavedObjectMeta: meta,
  }),
  strict('visualization', {
    title: text,
    description: text,
    version: { type: 'integer' },
    uiStateJSON: stored,
    visState: stored,
    savedSearchRefName: { type: 'keyword', index: false, doc_values: false },
    kibanaSavedObjectMeta: meta,
  }),
  strict('dashboard', {
    title: text,
    description: text,
    hits: number,
    panelsJSON: stored,
    optionsJSON: stored,
    version: { type: 'integer' },
    timeRestore: flag,
    timeFrom: stored,
    timeTo: stored,
    refreshInterval: { properties: { display: stored, pause: flag, section: number, value: number } },
    kibanaSavedObjectMeta: meta,
  }),
];

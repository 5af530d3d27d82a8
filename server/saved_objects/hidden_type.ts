import type { SavedObjectsType } from '../../types/opensearch_dashboards_server';

/**
 * A type of ours: hidden, in an index of its own and without migrations, so that OSD starts whether or not the plugin is there.
 * `schemaVersion` is upgraded on read instead. Only what is sorted or searched is mapped.
 */
export function hiddenType(name: string): SavedObjectsType {
  return {
    name,
    hidden: true,
    namespaceType: 'agnostic',
    indexPattern: '.kibana_aws_siem',
    mappings: {
      dynamic: false,
      properties: { name: { type: 'text', fields: { keyword: { type: 'keyword' } } } },
    },
  };
}

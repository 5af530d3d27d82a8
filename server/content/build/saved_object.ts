import { ALERTS_PATTERN, LOGS_PATTERN } from '../../../common/plugin';
import type { ContentObject, ContentReference, ContentType } from '../../core/content/content_object';

const FORMS: Readonly<Record<ContentType, string>> = {
  'index-pattern': '7.6.0',
  search: '7.9.3',
  visualization: '7.10.0',
  dashboard: '7.9.3',
};

const SOURCE_INDEX = 'kibanaSavedObjectMeta.searchSourceJSON.index';

/** The two index patterns that are shipped. */
export const LOGS = 'awssiem-logs';
export const ALERTS = 'awssiem-alerts';
export type PatternId = typeof LOGS | typeof ALERTS;
export const PATTERN_TITLES: Readonly<Record<PatternId, string>> = {
  [LOGS]: LOGS_PATTERN,
  [ALERTS]: ALERTS_PATTERN,
};

/** A saved object whose id starts with `awssiem-`, the mark of ours. */
export function savedObject(
  type: ContentType,
  id: string,
  attributes: ContentObject['attributes'],
  references: ContentReference[] = [],
): ContentObject {
  return { type, id, attributes, references, migrationVersion: { [type]: FORMS[type] } };
}

/** The attribute that holds a Lucene query on an index pattern, and the reference it needs. */
export function searchSource(
  query: string,
  pattern?: PatternId,
  more: object = {},
): { meta: { searchSourceJSON: string }; references: ContentReference[] } {
  const source = {
    query: { query, language: 'lucene' },
    filter: [],
    ...(pattern && { indexRefName: SOURCE_INDEX }),
    ...more,
  };
  return {
    meta: { searchSourceJSON: JSON.stringify(source) },
    references: pattern ? [{ name: SOURCE_INDEX, type: 'index-pattern', id: pattern }] : [],
  };
}

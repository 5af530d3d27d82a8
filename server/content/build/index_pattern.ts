import type { ContentObject } from '../../core/content/content_object';
import { savedObject, type PatternId } from './saved_object';

/** A field as a mapping has it. */
export interface MappedField {
  path: string;
  /** OpenSearch's type, such as `keyword`. */
  type: string;
}

/** How Discover and tables show the values of a field: OSD's field formatters. */
export type FieldFormats = Readonly<Record<string, { id: string; params?: object }>>;

const META_FIELDS = [
  { name: '_id', type: 'string', esTypes: ['_id'], searchable: true, aggregatable: true },
  { name: '_index', type: 'string', esTypes: ['_index'], searchable: true, aggregatable: true },
  { name: '_score', type: 'number', searchable: false, aggregatable: false },
  { name: '_source', type: '_source', esTypes: ['_source'], searchable: false, aggregatable: false },
];

const TYPES: Readonly<Record<string, string>> = {
  keyword: 'string',
  text: 'string',
  ip: 'ip',
  long: 'number',
  integer: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** An index pattern that brings its list of fields, so that everything works before the first event is there. */
export function indexPattern(
  id: PatternId,
  title: string,
  fields: readonly MappedField[],
  formats: FieldFormats,
): ContentObject {
  const listed = [...fields]
    .filter(({ type }) => type in TYPES)
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map(({ path, type }) => ({
      name: path,
      type: TYPES[type],
      esTypes: [type],
      searchable: true,
      aggregatable: type !== 'text',
      readFromDocValues: type !== 'text',
    }));
  const all = [...META_FIELDS, ...listed].map((field) => ({
    count: 0,
    scripted: false,
    readFromDocValues: false,
    ...field,
  }));
  return savedObject('index-pattern', id, {
    title,
    timeFieldName: '@timestamp',
    fields: JSON.stringify(all),
    fieldFormatMap: JSON.stringify(formats),
  });
}

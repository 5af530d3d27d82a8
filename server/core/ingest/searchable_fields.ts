import type { IndexField } from '../ports';
import type { LogType } from './log_type';
import { layoutOf } from './row_layout';

/** Fields that events of a log type can be searched by, with OpenSearch's types, whether or not any has come. */
export function searchableFields(logType: LogType): IndexField[] {
  return layoutOf(logType.fields)
    .fields.filter(({ type }) => type !== 'stored')
    .map(({ path, type }) => ({ name: path, type: TYPES[type] ?? type, aggregatable: !UNGROUPED.has(type) }));
}

const TYPES: Partial<Record<string, string>> = { keyword_lower: 'keyword', object: 'flat_object' };
const UNGROUPED = new Set(['text', 'object', 'geo_point']);

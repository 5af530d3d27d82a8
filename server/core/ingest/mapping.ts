import type { EventField } from './event_field';
import type { LogType } from './log_type';
import { layoutOf } from './row_layout';

/** Index settings that the mappings below refer to. */
export const MAPPING_ANALYSIS = {
  normalizer: { siem_lowercase: { type: 'custom', filter: ['lowercase'] } },
} as const;

/** Values are cut at 8,000 bytes when the event is written, so this only guards against writers other than us. */
const IGNORE_ABOVE = 8_191;

export interface MappingOptions {
  /** The cluster has `flat_object` in a form that takes our events: OpenSearch 2.19 and newer. */
  flatObject: boolean;
}

/** The `properties` of an index mapping for the events of a log type. */
export function mappingProperties(logType: LogType, options: MappingOptions): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const field of layoutOf(logType.fields).fields) {
    const names = field.path.split('.');
    const name = names.pop() as string;
    let properties = root;
    for (const parent of names) {
      const node = (properties[parent] ??= { properties: {} }) as { properties: Record<string, unknown> };
      properties = node.properties;
    }
    properties[name] = mappingOf(field, options);
  }
  return root;
}

function mappingOf(field: EventField, { flatObject }: MappingOptions): Record<string, unknown> {
  switch (field.type) {
    case 'keyword':
      return { type: 'keyword', ignore_above: IGNORE_ABOVE };
    case 'keyword_lower':
      return { type: 'keyword', ignore_above: IGNORE_ABOVE, normalizer: 'siem_lowercase' };
    case 'text':
      return { type: 'text', norms: false };
    case 'stored':
      return { type: 'keyword', index: false, doc_values: false };
    case 'object':
      return flatObject ? { type: 'flat_object' } : { type: 'object', enabled: false };
    default:
      return { type: field.type };
  }
}

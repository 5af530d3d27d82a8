import type { MappedField } from './build/index_pattern';

interface Mapping {
  type?: string;
  index?: boolean;
  enabled?: boolean;
  properties?: Properties;
}
type Properties = Readonly<Record<string, unknown>>;

/** The fields that can be searched in indices with these `properties`, each once. Where types differ the first wins. */
export function mappedFields(mappings: readonly Properties[]): MappedField[] {
  const fields = new Map<string, string>();
  for (const properties of mappings) collect(properties, '', fields);
  return [...fields].map(([path, type]) => ({ path, type }));
}

function collect(properties: Properties, parent: string, fields: Map<string, string>): void {
  for (const [name, value] of Object.entries(properties)) {
    const mapping = value as Mapping;
    const path = `${parent}${name}`;
    if (mapping.properties) collect(mapping.properties, `${path}.`, fields);
    else if (mapping.type && mapping.index !== false && mapping.enabled !== false && !fields.has(path)) {
      fields.set(path, mapping.type);
    }
  }
}

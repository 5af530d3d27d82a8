import type { SavedObject, SavedObjectReference } from '../../../types/opensearch_dashboards_server';
import type { TypeRegistry } from './type_registry';
import { encodeVersion } from './version';

/** How a saved object is stored: attributes below the type's name. */
export interface RawSource {
  type: string;
  updated_at?: string;
  references?: SavedObjectReference[];
  migrationVersion?: Record<string, string>;
  originId?: string;
  [type: string]: unknown;
}

export interface RawDocument {
  _id: string;
  _source: RawSource;
  _seq_no: number;
  _primary_term: number;
}

export const rawId = (type: string, id: string): string => `${type}:${id}`;

export function toSource(object: Pick<SavedObject, 'type' | 'attributes'> & Partial<SavedObject>): RawSource {
  return {
    [object.type]: object.attributes,
    type: object.type,
    references: object.references ?? [],
    ...(object.migrationVersion && { migrationVersion: object.migrationVersion }),
    ...(object.originId !== undefined && { originId: object.originId }),
    updated_at: new Date().toISOString(),
  };
}

export function fromRaw<T>(registry: TypeRegistry, raw: RawDocument): SavedObject<T> {
  const { type, references, updated_at, migrationVersion, originId } = raw._source;
  return {
    type,
    id: raw._id.slice(type.length + 1),
    attributes: raw._source[type] as T,
    references: references ?? [],
    ...(migrationVersion && { migrationVersion }),
    ...(originId !== undefined && { originId }),
    ...(updated_at !== undefined && { updated_at }),
    ...(registry.get(type)?.namespaceType !== 'agnostic' && { namespaces: ['default'] }),
    version: encodeVersion(raw._seq_no, raw._primary_term),
  };
}

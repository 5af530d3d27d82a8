import type { SavedObjectsType } from '../../../types/opensearch_dashboards_server';

/** Fields that every saved object has beside its attributes. */
const ROOT_PROPERTIES = {
  type: { type: 'keyword' },
  namespace: { type: 'keyword' },
  namespaces: { type: 'keyword' },
  originId: { type: 'keyword' },
  updated_at: { type: 'date' },
  references: {
    type: 'nested',
    properties: { name: { type: 'keyword' }, type: { type: 'keyword' }, id: { type: 'keyword' } },
  },
  migrationVersion: { type: 'object', dynamic: 'true' },
};

export interface IndexMappings {
  dynamic: 'strict';
  properties: Record<string, unknown>;
}

/** The saved-object types of core and all plugins. */
export class TypeRegistry {
  private readonly types = new Map<string, SavedObjectsType>();

  /** @param mainIndex `opensearchDashboards.index`: where types without an index of their own are kept */
  constructor(private readonly mainIndex: string) {}

  /** @throws when the name is taken */
  register(type: SavedObjectsType): void {
    if (this.types.has(type.name)) throw new Error(`Type '${type.name}' is already registered`);
    this.types.set(type.name, type);
  }

  get(name: string): SavedObjectsType | undefined {
    return this.types.get(name);
  }

  /** Names that a repository may use: all visible types and the named hidden ones. */
  allowed(includedHiddenTypes: string[]): Set<string> {
    const missing = includedHiddenTypes.filter((name) => !this.types.has(name));
    if (missing.length > 0)
      throw new Error(`Missing mappings for saved objects types: '${missing.join(', ')}'`);
    const visible = [...this.types.values()].filter(({ hidden }) => !hidden).map(({ name }) => name);
    return new Set([...visible, ...includedHiddenTypes]);
  }

  /** The alias under which objects of a type are stored. */
  indexOf(name: string): string {
    return this.types.get(name)?.indexPattern ?? this.mainIndex;
  }

  /** The mappings of each alias. */
  indices(): Map<string, IndexMappings> {
    const indices = new Map<string, IndexMappings>();
    for (const { name, mappings } of this.types.values()) {
      const alias = this.indexOf(name);
      const index = indices.get(alias) ?? { dynamic: 'strict', properties: { ...ROOT_PROPERTIES } };
      index.properties[name] = mappings;
      indices.set(alias, index);
    }
    return indices;
  }

  /** The mapping of a field by its path below the root, such as `siem-rule.name` or `updated_at`. */
  field(path: string): { type?: string } | undefined {
    const properties: Record<string, unknown> = { ...ROOT_PROPERTIES };
    for (const { name, mappings } of this.types.values()) properties[name] = mappings;
    let found: unknown = { properties };
    for (const key of path.split('.')) {
      const parent = found as { properties?: Record<string, unknown>; fields?: Record<string, unknown> };
      found = parent.properties?.[key] ?? parent.fields?.[key];
      if (found === undefined) return undefined;
    }
    return found as { type?: string };
  }
}

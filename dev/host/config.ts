import type { ConfigSchema } from '../../types/opensearch_dashboards_server';
import { PACKAGE_INFO } from './version';

type Tree = { [key: string]: unknown };

/** Settings that core itself reads; everything else must belong to a plugin. */
const CORE_PATHS = [
  'server',
  'opensearch',
  'path',
  'uiSettings',
  'logging',
  'savedObjects',
  'opensearchDashboards',
];

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns `{ 'a.b': 1 }` into `{ a: { b: 1 } }`, at every level, as OSD does with its yml. */
export function expandDottedKeys(values: Tree): Tree {
  const expanded: Tree = {};
  for (const [key, value] of Object.entries(values)) {
    const [first, ...rest] = key.split('.') as [string, ...string[]];
    const inner = rest.length > 0 ? expandDottedKeys({ [rest.join('.')]: value }) : value;
    const branch = isTree(inner) ? expandDottedKeys(inner) : inner;
    const existing = expanded[first];
    expanded[first] = isTree(existing) && isTree(branch) ? mergeTrees(existing, branch) : branch;
  }
  return expanded;
}

function mergeTrees(one: Tree, other: Tree): Tree {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const existing = merged[key];
    merged[key] = isTree(existing) && isTree(value) ? mergeTrees(existing, value) : value;
  }
  return merged;
}

const leaves = (value: unknown, path: string): string[] =>
  isTree(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
    : [path];

/** The host's settings: read by path, and checked that every key has an owner. */
export class HostConfig {
  private readonly values: Tree;
  private readonly handled = [...CORE_PATHS];

  constructor(values: Tree) {
    this.values = expandDottedKeys(values);
  }

  /** What is configured at a dotted path; undefined when nothing is. */
  at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), this.values);
  }

  /** Where saved objects without an index of their own are kept. */
  get mainIndex(): string {
    return this.string('opensearchDashboards.index') ?? '.kibana';
  }

  string(path: string): string | undefined {
    const value = this.at(path);
    return typeof value === 'string' ? value : undefined;
  }

  number(path: string): number | undefined {
    const value = this.at(path);
    return typeof value === 'number' ? value : undefined;
  }

  /** Validates a plugin's settings with the plugin's own schema and marks its path as owned. */
  validate<T>(path: string, schema: ConfigSchema<T>): T {
    this.handled.push(path);
    return schema.validate(
      this.at(path),
      { dev: false, prod: true, ...PACKAGE_INFO },
      `config validation of [${path}]`,
    );
  }

  /** @throws when a key belongs to neither core nor an installed plugin: OSD does not start then. */
  assertNoUnknownKeys(): void {
    const unknown = leaves(this.values, '')
      .filter((key) => key !== '')
      .filter((key) => !this.handled.some((path) => key === path || key.startsWith(`${path}.`)));
    if (unknown.length > 0)
      throw new Error(
        `Unknown configuration key(s): ${unknown.map((key) => `"${key}"`).join(', ')}. ` +
          'Check for spelling errors and ensure that expected plugins are installed.',
      );
  }
}

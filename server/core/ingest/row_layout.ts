import type { EventField, EventFieldType } from './event_field';
import { COMMON_FIELDS } from './common_fields';
import { enrichmentFields } from './enrich/fields';

/** How a value becomes JSON: `text` may need escaping, `plain` (addresses) only quotes, numbers, booleans and objects neither. */
export type Encoding = 'text' | 'plain' | 'whole' | 'decimal' | 'boolean' | 'time' | 'object';

const ENCODINGS: Record<EventFieldType, Encoding> = {
  keyword: 'text',
  keyword_lower: 'text',
  text: 'text',
  stored: 'text',
  ip: 'plain',
  long: 'whole',
  integer: 'whole',
  double: 'decimal',
  boolean: 'boolean',
  object: 'object',
  geo_point: 'object',
  date: 'time',
};

/**
 * The fields of an event, numbered in the order in which they are written, so that siblings share one JSON object.
 * What has to be written between any two fields is worked out once.
 */
export class RowLayout {
  readonly fields: readonly EventField[];
  readonly encodings: readonly Encoding[];
  private readonly slots = new Map<string, number>();
  private readonly paths: string[][];
  private readonly links: Array<string | undefined>;

  constructor(fields: readonly EventField[]) {
    this.fields = grouped(fields.map((field) => ({ field, path: field.path.split('.') }))).map(
      ({ field }) => field,
    );
    this.encodings = this.fields.map(({ type }) => ENCODINGS[type]);
    this.paths = this.fields.map(({ path }) => path.split('.'));
    this.fields.forEach(({ path }, slot) => this.slots.set(path, slot));
    this.links = new Array<string | undefined>((this.size + 1) * (this.size + 1));
    this.checkPaths();
  }

  get size(): number {
    return this.fields.length;
  }

  /** The number of a declared field. */
  slot(path: string): number {
    const slot = this.slots.get(path);
    if (slot === undefined) throw new Error(`The field "${path}" is not declared.`);
    return slot;
  }

  /** What stands before the value of `next` when `previous` was written last; -1 is the start, `size` the end. */
  link(previous: number, next: number): string {
    const at = (previous + 1) * (this.size + 1) + next;
    return (this.links[at] ??= this.makeLink(this.paths[previous], this.paths[next]));
  }

  private makeLink(previous: string[] | undefined, next: string[] | undefined): string {
    const from = previous ?? [''];
    if (!next) return '}'.repeat(from.length);
    let shared = 0;
    while (shared < next.length - 1 && shared < from.length - 1 && from[shared] === next[shared]) shared++;
    const opened = next
      .slice(shared)
      .map((name) => `${JSON.stringify(name)}:`)
      .join('{');
    if (!previous) return `{${opened}`;
    return `${'}'.repeat(from.length - 1 - shared)},${opened}`;
  }

  private checkPaths(): void {
    if (this.slots.size !== this.size) throw new Error('A field is declared twice.');
    for (const path of this.slots.keys()) {
      for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
        const parent = path.slice(0, dot);
        if (this.slots.has(parent)) throw new Error(`"${parent}" cannot be a field and hold "${path}".`);
      }
    }
  }
}

interface Entry {
  field: EventField;
  path: string[];
}

/** Stable order in which fields of one parent stand together, at every depth. */
function grouped(entries: Entry[], depth = 0): Entry[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.path[depth] as string;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const leaves = group.filter(({ path }) => path.length === depth + 1);
    const deeper = group.filter(({ path }) => path.length > depth + 1);
    return deeper.length > 0 ? [...leaves, ...grouped(deeper, depth + 1)] : leaves;
  });
}

const layouts = new WeakMap<readonly EventField[], RowLayout>();

/** The layout of events that have the common fields, `fields`, and what enrichment adds to them, made once for each declaration. */
export function layoutOf(fields: readonly EventField[]): RowLayout {
  let layout = layouts.get(fields);
  if (!layout) {
    const own = new Set(fields.map(({ path }) => path));
    const common = COMMON_FIELDS.filter(({ path }) => !own.has(path));
    layout = new RowLayout([...common, ...fields, ...enrichmentFields(fields)]);
    layouts.set(fields, layout);
  }
  return layout;
}

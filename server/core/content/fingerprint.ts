import { createHash } from 'crypto';
import type { StoredObject } from './ports';

const MARK = /^awssiem:\d+:([0-9a-f]{32})$/;

type Fingerprinted = Pick<StoredObject, 'type' | 'attributes' | 'references'>;

/**
 * A hash of what an object says, whatever the order of keys and of references. Of an index pattern's fields only scripted ones count:
 * the host adds to the others by itself when people use them.
 */
export function fingerprint({ type, attributes, references }: Fingerprinted): string {
  const said =
    type === 'index-pattern' ? { ...attributes, fields: scriptedOnly(attributes['fields']) } : attributes;
  const sorted = [...references].sort((left, right) => (left.name < right.name ? -1 : 1));
  return createHash('sha256')
    .update(canonical({ said, references: sorted.map(({ name, type: kind, id }) => [name, kind, id]) }))
    .digest('hex')
    .slice(0, 32);
}

/** What is stored beside an object that we install: content version and fingerprint, `awssiem:<version>:<fingerprint>`. */
export function markOf(version: number, object: Fingerprinted): string {
  return `awssiem:${version}:${fingerprint(object)}`;
}

/** Whether an object carries our mark and still says what it said when it was marked. */
export function isAsInstalled(stored: StoredObject): boolean {
  return MARK.exec(stored.originId ?? '')?.[1] === fingerprint(stored);
}

function scriptedOnly(fields: unknown): unknown {
  const list = parsed(fields);
  return Array.isArray(list) ? list.filter((field: { scripted?: boolean }) => field.scripted === true) : [];
}

/** JSON with sorted keys; texts that hold JSON, as most of the host's attributes do, are taken apart too. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    const taken = parsed(part);
    if (typeof taken !== 'object' || taken === null || Array.isArray(taken)) return taken;
    return Object.fromEntries(Object.entries(taken).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

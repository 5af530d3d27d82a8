interface Referring {
  type: string;
  id: string;
  references: ReadonlyArray<{ type: string; id: string }>;
}

/**
 * Those of the objects in `going` (as `<type>:<id>`) that an object which stays needs, by itself or through another of them: a user's own
 * dashboard keeps our visualization on it, and that one keeps its index pattern.
 */
export function neededObjects(going: readonly string[], all: readonly Referring[]): Set<string> {
  const leaving = new Set(going);
  const referencesOf = new Map(all.map((object) => [keyOf(object), object.references.map(keyOf)]));
  const needed = new Set<string>();
  const left = [...referencesOf.keys()].filter((key) => !leaving.has(key));
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    for (const reference of referencesOf.get(key) ?? []) {
      if (!leaving.has(reference) || needed.has(reference)) continue;
      needed.add(reference);
      left.push(reference);
    }
  }
  return needed;
}

function keyOf({ type, id }: { type: string; id: string }): string {
  return `${type}:${id}`;
}

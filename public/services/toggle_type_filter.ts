/** Lucene that also asks for one log type, or no longer does when it did. */
export function toggleTypeFilter(query: string, type: string): string {
  const clause = `type:${type}`;
  const text = query.trim();
  if (text === clause) return '';
  if (text === '') return clause;
  const suffix = ` AND ${clause}`;
  if (text.endsWith(suffix)) return unwrap(text.slice(0, -suffix.length));
  return `(${text})${suffix}`;
}

/** Whether `toggleTypeFilter` would take the type away. */
export function hasTypeFilter(query: string, type: string): boolean {
  const text = query.trim();
  return text === `type:${type}` || text.endsWith(` AND type:${type}`);
}

/** Takes brackets away that are around the whole, not those of `(a) OR (b)`. */
function unwrap(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  const inner = text.slice(1, -1);
  let depth = 0;
  for (const character of inner) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return text;
  }
  return inner;
}

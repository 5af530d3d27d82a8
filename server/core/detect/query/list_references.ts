/** How a query names a list: `"@name"` as a whole quoted value. */
const NAME = '@([a-z0-9][a-z0-9_-]{0,63})';
const REFERENCE = new RegExp(`"${NAME}"`, 'g');
const WHOLE = new RegExp(`^${NAME}$`);

/** Names of the lists that a query may mention, each once. */
export function listsOfQuery(query: string): string[] {
  return [...new Set([...query.matchAll(REFERENCE)].map(([, name = '']) => name))];
}

/** The list that a quoted value names, if it does. */
export function referencedList(value: string): string | undefined {
  return WHOLE.exec(value)?.[1];
}

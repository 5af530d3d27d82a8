import type { Field, FieldValues } from '../../../common/field';
import type { RuleInput } from '../../../common/rule';

/** `@name` as queries say it. */
const MENTION = /@([a-z0-9][a-z0-9_-]*)/g;

/** Names of the lists that a rule may use: those its queries mention, and those its parameters name. */
export function listsOfRule(
  { query, params, ...rest }: Pick<RuleInput, 'query' | 'params'> & { exceptions?: unknown },
  fields: readonly Field[],
): Set<string> {
  const names = new Set(namedIn(fields, params));
  const texts = JSON.stringify([query, params, rest.exceptions]);
  for (const [, name] of texts.matchAll(MENTION)) names.add(name as string);
  return names;
}

function namedIn(fields: readonly Field[], values: FieldValues): string[] {
  return fields.flatMap((field) => {
    const value = values[field.name];
    if (!Array.isArray(value)) return [];
    if (field.type === 'value_lists') return value as string[];
    return field.type === 'rows' ? (value as FieldValues[]).flatMap((row) => namedIn(field.fields, row)) : [];
  });
}

import type { Field, FieldValues } from '../../../common/field';
import type { RuleInput } from '../../../common/rule';
import type { RuleType } from './rule_type';

/** One text in the rule's language, and the place in the rule where it stands. */
export interface PlacedQuery {
  place: string;
  text: string;
}

/** All queries of a rule: its own, those of its exceptions, those among its params. */
export function queriesOf(
  rule: Pick<RuleInput, 'query' | 'exceptions' | 'params'>,
  { fields }: Pick<RuleType, 'fields'>,
): PlacedQuery[] {
  return [
    { place: 'query', text: rule.query },
    ...(rule.exceptions ?? []).map(({ query }, index) => ({
      place: `exceptions.${index}.query`,
      text: query,
    })),
    ...queriesOfFields(fields, rule.params, 'params'),
  ];
}

function queriesOfFields(fields: readonly Field[], values: FieldValues, path: string): PlacedQuery[] {
  return fields.flatMap((field) => {
    const place = `${path}.${field.name}`;
    const value = values[field.name];
    if (field.type === 'query' && typeof value === 'string') return [{ place, text: value }];
    if (field.type !== 'rows' || !Array.isArray(value)) return [];
    return (value as FieldValues[]).flatMap((row, index) =>
      queriesOfFields(field.fields, row, `${place}.${index}`),
    );
  });
}

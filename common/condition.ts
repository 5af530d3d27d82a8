import { ConditionMistake, Scanner, type Value } from './condition_scanner';

/** A condition on the fields of an event. `at` is where the field or the value stands in the text. */
export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'exists'; field: string; at: number }
  | { kind: 'match'; field: string; at: number; value: Value };

export { ConditionMistake, type Value };

/**
 * Reads a condition in a small part of Lucene's language: `field:value`, `field:(a OR b)`, `_exists_:field`, wildcards, quotes, CIDR
 * blocks, `[a TO b]`, `>=`, AND, OR, NOT, parentheses. AND binds more than OR; parts without a word between them are refused, since
 * Lucene's OR there is seldom what is meant. Throws a `ConditionMistake`.
 */
export function parseCondition(text: string): Condition {
  const scanner = new Scanner(text);
  const condition = either(scanner, term);
  if (!scanner.isAtEnd()) throw scanner.mistake('expected AND, OR or the end');
  return condition;
}

type Term = (scanner: Scanner) => Condition;

function either(scanner: Scanner, one: Term): Condition {
  const parts = [both(scanner, one)];
  while (scanner.word('or')) parts.push(both(scanner, one));
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts };
}

function both(scanner: Scanner, one: Term): Condition {
  const parts = [negated(scanner, one)];
  while (scanner.word('and')) parts.push(negated(scanner, one));
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts };
}

function negated(scanner: Scanner, one: Term): Condition {
  if (scanner.word('not')) return { kind: 'not', part: negated(scanner, one) };
  return scanner.symbol('(') ? closed(scanner, one) : one(scanner);
}

function closed(scanner: Scanner, one: Term): Condition {
  const inner = either(scanner, one);
  if (!scanner.symbol(')')) throw scanner.mistake('expected AND, OR or a closing parenthesis');
  return inner;
}

function term(scanner: Scanner): Condition {
  const { field, at } = scanner.field();
  if (field === '_exists_') {
    const named = scanner.name();
    return { kind: 'exists', field: named.field, at: named.at };
  }
  const one: Term = () => {
    const value = scanner.value();
    return value.kind === 'any' ? { kind: 'exists', field, at } : { kind: 'match', field, at, value };
  };
  return scanner.symbol('(') ? closed(scanner, one) : one(scanner);
}

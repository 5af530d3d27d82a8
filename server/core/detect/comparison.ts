import type { Field } from '../../../common/field';
import { SiemError } from '../errors';
import type { Point } from './rule_type';
import { inWords } from './wording';

export type Operator = '>=' | '>' | '<' | '<=' | 'between';

/** How a number is compared; `between` includes both `limit` and `upTo`. */
export interface Comparison {
  operator: Operator;
  limit: number;
  upTo?: number;
}

const WORDS: Record<Operator, string> = {
  '>=': 'at least',
  '>': 'more than',
  '<': 'less than',
  '<=': 'at most',
  between: 'between',
};

/** Operators that can hold now and no longer when more events have come. */
const UNTIL_COMPLETE: readonly Operator[] = ['<', '<=', 'between'];

/** The inputs of a comparison; both limits lie between `min` and `max`. */
export function comparisonFields(range: { limit: number; min: number; max: number; unit?: string }): Field[] {
  const { limit, ...common } = range;
  return [
    {
      name: 'operator',
      type: 'select',
      label: 'Is',
      default: '>=',
      options: Object.entries(WORDS).map(([value, label]) => ({ value, label })),
    },
    { name: 'limit', type: 'number', label: 'Limit', default: limit, decimals: true, ...common },
    {
      name: 'upTo',
      type: 'number',
      label: 'And',
      help: 'Both limits are included.',
      decimals: true,
      visibleIf: { field: 'operator', in: ['between'] },
      ...common,
    },
  ];
}

/** How long windows of comparisons that need all of them are waited for; `operators` is where the form has the operator. */
export function delayField(operators: string): Field {
  return {
    name: 'delay',
    type: 'duration',
    label: 'Wait for late events',
    help: 'With "less than", "at most" and "between", a window is judged once, this long after its end, since events that are still to come could change the answer. Choose more than your logs take to arrive.',
    default: '15m',
    visibleIf: { field: operators, in: UNTIL_COMPLETE },
  };
}

/** Fails with `invalid_input` where the second limit lies below the first; `path` is where the comparison stands. */
export function checkComparison(path: string, { operator, limit, upTo = limit }: Comparison): void {
  if (operator !== 'between' || upTo >= limit) return;
  throw new SiemError('invalid_input', `${path}.upTo: must not be less than the first limit, ${limit}.`);
}

export function needsCompleteWindow({ operator }: Comparison): boolean {
  return UNTIL_COMPLETE.includes(operator);
}

export function holds({ operator, limit, upTo = limit }: Comparison, value: number): boolean {
  switch (operator) {
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case 'between':
      return value >= limit && value <= upTo;
  }
}

/** `at least 5`, `between 5 and 9`. */
export function comparisonWords({ operator, limit, upTo = limit }: Comparison): string {
  const second = operator === 'between' ? ` and ${inWords(upTo)}` : '';
  return `${WORDS[operator]} ${inWords(limit)}${second}`;
}

/** The limits as a chart draws them. */
export function limitsOf({ operator, limit, upTo = limit }: Comparison): Point['limits'] {
  if (operator === 'between') return { above: limit, below: upTo };
  return operator.startsWith('>') ? { above: limit } : { below: limit };
}

/** The comparison of `value` in Painless, with its limits as parameters whose names begin with `name`. */
export function comparisonScript(
  name: string,
  { operator, limit, upTo = limit }: Comparison,
  value = `params.${name}`,
) {
  const [from, to] = [`${name}_from`, `${name}_to`];
  return {
    script:
      operator === 'between'
        ? `${value} >= params.${from} && ${value} <= params.${to}`
        : `${value} ${operator} params.${from}`,
    parameters: { [from]: limit, [to]: upTo },
  };
}

import { ConditionMistake, type Value } from '../../../../common/condition';
import { globText, matchGlob } from '../../../../common/glob';
import type { EventField } from '../event_field';
import { cidrMatcher } from './cidr';

type Scalar = string | number | boolean;
export type ValueMatcher = (value: Scalar) => boolean;

/** The test of one value of a field; fails with a `ConditionMistake` where the field cannot have such a value. */
export function valueMatcher({ path, type }: EventField, value: Value): ValueMatcher {
  const mistake = (problem: string) => new ConditionMistake(`${path} ${problem},`, value.at);
  switch (type) {
    case 'keyword':
    case 'text':
      return textMatcher(value, (text) => text) ?? refuse(mistake('holds text, which has no ranges'));
    case 'keyword_lower':
      return (
        textMatcher(value, (text) => text.toLowerCase()) ?? refuse(mistake('holds text, which has no ranges'))
      );
    case 'ip':
      return addressMatcher(value) ?? refuse(mistake('takes an address or a CIDR block such as 10.0.0.0/8'));
    case 'boolean':
      return booleanMatcher(value) ?? refuse(mistake('is either true or false'));
    case 'date':
      return (
        rangeMatcher(value, (text) => Date.parse(text)) ??
        refuse(mistake('takes times to compare with, such as >=2026-01-31T12:00:00Z'))
      );
    case 'long':
    case 'integer':
    case 'double':
      return numberMatcher(value) ?? refuse(mistake('takes a number, a comparison such as >=400 or a range'));
    case 'object':
    case 'geo_point':
    case 'stored':
      throw mistake('is kept, but cannot be searched');
  }
}

function refuse(mistake: ConditionMistake): never {
  throw mistake;
}

function textMatcher(value: Value, normal: (text: string) => string): ValueMatcher | undefined {
  if (value.kind === 'text') {
    const wanted = normal(value.text);
    return (found) => normal(String(found)) === wanted;
  }
  if (value.kind !== 'glob') return undefined;
  // Wildcards are no letters, so that a glob keeps its shape when its letters become small.
  const glob = value.glob.map((token) => (token < 0 ? token : normal(globText([token])).charCodeAt(0)));
  return (found) => matchGlob(glob, normal(String(found)));
}

function addressMatcher(value: Value): ValueMatcher | undefined {
  const test = value.kind === 'text' ? cidrMatcher(value.text) : undefined;
  return test && ((found) => test(String(found)));
}

function booleanMatcher(value: Value): ValueMatcher | undefined {
  if (value.kind !== 'text' || !/^(true|false)$/.test(value.text)) return undefined;
  return (found) => String(found) === value.text;
}

function numberMatcher(value: Value): ValueMatcher | undefined {
  if (value.kind !== 'text') return rangeMatcher(value, numberOf);
  const wanted = numberOf(value.text);
  return Number.isNaN(wanted) ? undefined : (found) => Number(found) === wanted;
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** Row slots hold numbers as such or as their text, and times in milliseconds. */
function rangeMatcher(value: Value, parse: (text: string) => number): ValueMatcher | undefined {
  if (value.kind !== 'range') return undefined;
  const from = value.from ? parse(value.from.text) : -Infinity;
  const to = value.to ? parse(value.to.text) : Infinity;
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  const [fromIncluded, toIncluded] = [value.from?.included ?? true, value.to?.included ?? true];
  return (found) => {
    const number = Number(found);
    return (fromIncluded ? number >= from : number > from) && (toIncluded ? number <= to : number < to);
  };
}

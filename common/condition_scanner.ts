import { type Glob, globText, hasWildcards, parseGlob } from './glob';

/** What is wrong with a condition, and at which of its characters, counted from 0. */
export class ConditionMistake extends Error {
  constructor(
    readonly problem: string,
    readonly at: number,
  ) {
    super(`${problem} at character ${at + 1}`);
  }
}

/** What a field is compared with. A side of a range that is left out is open. */
export type Value = { at: number } & (
  | { kind: 'any' }
  | { kind: 'text'; text: string }
  | { kind: 'glob'; glob: Glob }
  | { kind: 'range'; from?: Bound; to?: Bound }
);

export interface Bound {
  text: string;
  included: boolean;
}

const NAME = /[A-Za-z_@][\w@.-]*/y;
const BARE = /(?:\\.|[^\s()"[\]{}\\])+/y;
const QUOTED = /"((?:\\.|[^"\\])*)"/y;
const RANGE = /([[{])\s*((?:\\.|[^\s\\])+)\s+TO\s+((?:\\.|[^\s\]}\\])+)\s*([\]}])/y;
const COMPARISON = /(>=|<=|>|<)\s*((?:\\.|[^\s()"\\])+)/y;

/** Reads the text of a condition piece by piece. */
export class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    this.take(/\s*/y);
    return this.at === this.text.length;
  }

  mistake(problem: string, at = this.at): ConditionMistake {
    return new ConditionMistake(problem, at);
  }

  /** Whether AND, OR or NOT stands next, in either case; if so, it is passed. */
  word(word: 'and' | 'or' | 'not'): boolean {
    this.isAtEnd();
    return this.take(new RegExp(`${word}(?=[\\s(])`, 'iy')) !== undefined;
  }

  symbol(symbol: '(' | ')'): boolean {
    if (this.isAtEnd() || this.text[this.at] !== symbol) return false;
    this.at++;
    return true;
  }

  /** A field's name with the colon behind it. */
  field(): { field: string; at: number } {
    const found = this.name();
    if (this.text[this.at] !== ':') {
      throw this.mistake('expected a field and a colon, such as source.ip:10.0.0.0/8,', found.at);
    }
    this.at++;
    return found;
  }

  name(): { field: string; at: number } {
    this.isAtEnd();
    const at = this.at;
    const field = this.take(NAME)?.[0];
    if (field === undefined) throw this.mistake('expected a field, such as event.action:Describe*,');
    return { field, at };
  }

  value(): Value {
    this.isAtEnd();
    const at = this.at;
    const quoted = this.take(QUOTED)?.[1];
    if (quoted !== undefined) return { at, kind: 'text', text: unescaped(quoted) };
    const range = this.take(RANGE);
    if (range)
      return { at, kind: 'range', ...rangeOf(range as string[] as [string, string, string, string, string]) };
    const comparison = this.take(COMPARISON);
    if (comparison)
      return { at, kind: 'range', ...comparisonOf(comparison[1] as string, comparison[2] as string) };
    const bare = this.take(BARE)?.[0];
    if (bare === undefined) throw this.mistake(this.missing());
    if (bare === '*') return { at, kind: 'any' };
    const glob = parseGlob(bare);
    return hasWildcards(glob) ? { at, kind: 'glob', glob } : { at, kind: 'text', text: globText(glob) };
  }

  private missing(): string {
    switch (this.text[this.at]) {
      case '"':
        return 'expected a closing quotation mark for the one';
      case '[':
      case '{':
        return 'expected a range, such as [400 TO 499],';
      default:
        return 'expected a value';
    }
  }

  /** Passes what `pattern` (sticky) finds here. */
  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text) ?? undefined;
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function rangeOf([, open, from, to, close]: [string, string, string, string, string]): {
  from?: Bound;
  to?: Bound;
} {
  return {
    ...(from !== '*' && { from: { text: unescaped(from), included: open === '[' } }),
    ...(to !== '*' && { to: { text: unescaped(to), included: close === ']' } }),
  };
}

function comparisonOf(operator: string, text: string): { from?: Bound; to?: Bound } {
  const bound = { text: unescaped(text), included: operator.endsWith('=') };
  return operator.startsWith('>') ? { from: bound } : { to: bound };
}

import { QueryError } from './query_error';

/** A place in a text that moves forward as its parts are read. */
export class TextReader {
  at = 0;

  constructor(readonly text: string) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The next character, empty at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  next(): string {
    return this.text.charAt(this.at++);
  }

  /** What a sticky expression matches here; moves past it. */
  take(expression: RegExp): string | undefined {
    const matched = this.match(expression);
    if (matched !== undefined) this.at += matched.length;
    return matched;
  }

  /** What a sticky expression matches here, without moving. */
  match(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    return expression.exec(this.text)?.[0];
  }

  skipSpaces(): void {
    this.take(/[ \t\r\n]*/y);
  }

  /** Fails by naming what was expected, and what stands there instead. */
  expected(what: string): never {
    const found = this.ended
      ? 'the query ends'
      : `there is ${JSON.stringify(this.text.slice(this.at, this.at + 12))}`;
    throw new QueryError(`expected ${what}, but ${found}`, this.at);
  }
}

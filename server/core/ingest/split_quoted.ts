const SPACE = 32;
const QUOTE = 34;
const OPEN_BRACKET = 91;

/**
 * Splits a log line at spaces; `"…"` and `[…]` are one token each, without their marks. AWS does not escape quotes within
 * quotes: one ends a token only before a space or the line's end, and where that leaves quotes over, only if those behind it
 * are pairs.
 */
export function splitQuoted(line: string): string[] {
  return split(line, false) ?? split(line, true) ?? [];
}

/** Undefined when, without `pairs`, a quote is left over within an unquoted token. */
function split(line: string, pairs: boolean): string[] | undefined {
  const tokens: string[] = [];
  const length = line.length;
  let at = 0;
  let quote = line.indexOf('"');
  while (at < length) {
    const first = line.charCodeAt(at);
    if (first === SPACE) {
      at++;
    } else if (first === QUOTE) {
      const end = closingQuote(line, at + 1, pairs);
      tokens.push(line.slice(at + 1, end));
      at = end + 1;
      quote = line.indexOf('"', at);
    } else {
      const bracket = first === OPEN_BRACKET ? line.indexOf('] ', at) : -1;
      const space = bracket >= 0 ? bracket + 1 : line.indexOf(' ', at);
      const end = space < 0 ? length : space;
      if (quote >= 0 && quote < end) {
        if (!pairs) return undefined;
        quote = line.indexOf('"', end);
      }
      tokens.push(bracket >= 0 ? line.slice(at + 1, bracket) : line.slice(at, end));
      at = end;
    }
  }
  return tokens;
}

/** Where the quoted text that starts at `start` ends; the line's end when nothing closes it. */
function closingQuote(line: string, start: number, pairs: boolean): number {
  let at = line.indexOf('"', start);
  while (at >= 0 && !(endsToken(line, at) && (!pairs || isEvenBehind(line, at))))
    at = line.indexOf('"', at + 1);
  return at < 0 ? line.length : at;
}

function endsToken(line: string, at: number): boolean {
  return at + 1 === line.length || line.charCodeAt(at + 1) === SPACE;
}

function isEvenBehind(line: string, at: number): boolean {
  let even = true;
  for (let next = line.indexOf('"', at + 1); next >= 0; next = line.indexOf('"', next + 1)) even = !even;
  return even;
}

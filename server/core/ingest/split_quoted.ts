const SPACE = 32;
const QUOTE = 34;
const OPEN_BRACKET = 91;

/**
 * Splits a log line at spaces; `"…"` and `[…]` are one token each, without their marks. A quote ends a token only before
 * a space or the line's end, as AWS does not escape quotes within.
 */
export function splitQuoted(line: string): string[] {
  const tokens: string[] = [];
  const length = line.length;
  let at = 0;
  while (at < length) {
    const first = line.charCodeAt(at);
    if (first === SPACE) {
      at++;
    } else if (first === QUOTE) {
      const end = closingQuote(line, at + 1);
      tokens.push(line.slice(at + 1, end));
      at = end + 1;
    } else {
      const mark = first === OPEN_BRACKET ? line.indexOf('] ', at) : -1;
      const space = mark >= 0 ? mark + 1 : line.indexOf(' ', at);
      const end = space < 0 ? length : space;
      tokens.push(mark >= 0 ? line.slice(at + 1, mark) : line.slice(at, end));
      at = end;
    }
  }
  return tokens;
}

/** Where the quoted text that starts at `start` ends; the line's end when nothing closes it. */
function closingQuote(line: string, start: number): number {
  let at = line.indexOf('"', start);
  while (at >= 0 && at + 1 < line.length && line.charCodeAt(at + 1) !== SPACE) at = line.indexOf('"', at + 1);
  return at < 0 ? line.length : at;
}

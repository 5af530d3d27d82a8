import type { QueryLanguage } from '../../../common/rule';

/** What can be completed at one place of a query, and the part of its text that a completion replaces. */
export type Completion = { from: number; to: number; typed: string } & (
  { kind: 'field' } | { kind: 'list' } | { kind: 'value'; field: string; quoted: boolean }
);

const KEYWORDS = /^(?:and|or|not)$/i;
/** `field:` or, in DQL, `field : `, at the end, perhaps with an opening parenthesis and values before. */
const FIELD_BEFORE = /([\w.@-]+)\s*:\s*(?:\(\s*(?:[^()"]|"[^"]*")*)?$/;

/** What stands at `caret`: the beginning of a field, of one of its values, or of the name of a list; undefined where nothing can be offered. */
export function completionAt(text: string, caret: number): Completion | undefined {
  const before = text.slice(0, caret);
  const quote = openQuote(before);
  if (quote !== undefined) {
    const typed = before.slice(quote + 1);
    const to = endOfQuote(text, caret);
    if (typed.startsWith('@')) return { kind: 'list', from: quote, to, typed: typed.slice(1) };
    const field = FIELD_BEFORE.exec(before.slice(0, quote))?.[1];
    return field ? { kind: 'value', field, quoted: true, from: quote, to, typed } : undefined;
  }
  const typed = /[\w.@*-]*$/.exec(before)?.[0] ?? '';
  const from = caret - typed.length;
  const to = caret + (/^[\w.@*-]*/.exec(text.slice(caret))?.[0].length ?? 0);
  const field = FIELD_BEFORE.exec(before.slice(0, from))?.[1];
  if (field) {
    return KEYWORDS.test(typed) ? undefined : { kind: 'value', field, quoted: false, from, to, typed };
  }
  // A word that a colon follows is a field already.
  if (typed === '' || KEYWORDS.test(typed) || /^\s*:/.test(text.slice(to))) return undefined;
  return { kind: 'field', from, to, typed };
}

/** `text` with the completion made, and where the caret stands then. */
export function complete(
  text: string,
  { kind, from, to }: Completion,
  choice: string,
  language: QueryLanguage,
): { text: string; caret: number } {
  const inserted =
    kind === 'field'
      ? `${choice}${language === 'kuery' ? ' : ' : ':'}`
      : quoted(kind === 'list' ? `@${choice}` : choice);
  return { text: text.slice(0, from) + inserted + text.slice(to), caret: from + inserted.length };
}

/** Words that mean themselves in both languages stay as they are; all else is put in quotation marks. */
function quoted(value: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9_.]*$/.test(value) && !KEYWORDS.test(value)) return value;
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** Where the quotation begins that is still open at the end of `before`. */
function openQuote(before: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] === '\\') at += 1;
    else if (before[at] === '"') open = open === undefined ? at : undefined;
  }
  return open;
}

/** A closing quotation mark on the same line belongs to what is replaced. */
function endOfQuote(text: string, caret: number): number {
  const rest = /^[^"\s]*"?/.exec(text.slice(caret))?.[0] ?? '';
  return rest.endsWith('"') ? caret + rest.length : caret;
}

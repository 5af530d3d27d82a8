/** A text of at most this many characters cannot be over `MAX_VALUE_BYTES` in UTF-8. */
const SURELY_SHORT = 2_666;
/** Lucene refuses terms over 32,766 bytes, and with them the whole document; nobody reads values of this length anyway. */
export const MAX_VALUE_BYTES = 8_000;

// eslint-disable-next-line no-control-regex -- JSON has to escape control characters
const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;

/** `text` as a JSON string. */
export function quote(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** `text` if it has at most `limit` bytes in UTF-8, else as much of its beginning, in whole characters. */
export function cutText(text: string, limit: number = MAX_VALUE_BYTES): string {
  if (text.length * 3 <= limit) return text;
  // Four bytes a character at most, so what follows can never be kept.
  const bytes = Buffer.from(text.length > limit ? text.slice(0, limit) : text, 'utf8');
  if (bytes.length <= limit) return text.length > limit ? text.slice(0, limit) : text;
  let end = limit;
  while (end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}

/** Whether `text` may have to be cut; a cheap test for the usual short value. */
export function mayBeTooLong(text: string): boolean {
  return text.length > SURELY_SHORT;
}

/** Whether `text` is a whole number without sign, leading zeros or more digits than an OpenSearch `long` holds for sure. */
export function isWholeNumber(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 18 || (length > 1 && text.charCodeAt(0) === 48)) return false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Whether `text` is a number as JSON writes it, without exponent. */
export function isDecimal(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  const dot = text.indexOf('.');
  if (dot < 0) return isWholeNumber(start === 0 ? text : text.slice(1));
  if (!isWholeNumber(text.slice(start, dot)) || text.length - dot < 2 || text.length > 40) return false;
  for (let at = dot + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

import type { ListEntry } from '../../../common/list';

/** An entry as one line of what is stored: value, expiry, comment, with tabs between; just the value where there is no more. */
export function entryLine({ value, expires, comment }: ListEntry): string {
  if (expires === undefined && comment === undefined) return value;
  return [value, expires ?? '', comment ?? ''].join('\t').replace(/[\r\n]+/g, ' ');
}

/** The entry of a stored line. */
export function entryOf(line: string): ListEntry {
  const [value = '', expires, comment] = line.split('\t');
  return { value, ...(expires && { expires }), ...(comment && { comment }) };
}

/** The value of a stored line. */
export function valueOf(line: string): string {
  const tab = line.indexOf('\t');
  return tab < 0 ? line : line.slice(0, tab);
}

/** When the entry of a stored line ends, epoch milliseconds; never, for most. */
export function expiryOf(line: string): number {
  const tab = line.indexOf('\t');
  if (tab < 0) return Infinity;
  const expires = line.slice(tab + 1, line.indexOf('\t', tab + 1));
  return expires === '' ? Infinity : Date.parse(expires);
}

/** The entry as a line of the format `text` that people import and export. */
export function exportLine({ value, expires, comment }: ListEntry): string {
  const parts =
    comment !== undefined ? [value, expires ?? '', comment] : expires ? [value, expires] : [value];
  return parts.join(',');
}

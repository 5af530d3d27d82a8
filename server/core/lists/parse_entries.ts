import { parse as parseCsv } from 'csv-parse';
import type { ListFormat, ListImportResponse, ListKind } from '../../../common/list';
import { MOST_ENTRIES } from '../../../common/list';
import { SiemError } from '../errors';
import type { Clock } from '../ports';
import { entryLine } from './entry_line';
import { checkValue } from './list_values';

const SHOWN_ERRORS = 100;
/** So many lines are looked at to find the column of a CSV that holds the values. */
const GUESSED_FROM = 100;
/** The host answers others in between. */
const LINES_AT_ONCE = 1_000;

export interface ParsedEntries extends Omit<ListImportResponse, 'id' | 'entries'> {
  /** Stored lines by their value. */
  lines: Map<string, string>;
}

interface Raw {
  line: number;
  value: string;
  expires?: string;
  comment?: string;
}

/**
 * Reads entries from text or CSV. Lines that hold no value of the kind are counted and left out. Fails with `invalid_input` where the whole
 * cannot be read, or holds too many.
 */
export async function parseEntries(
  text: string,
  { kind, format, column }: { kind: ListKind; format: ListFormat; column?: string },
  clock: Clock,
): Promise<ParsedEntries> {
  const parsed: ParsedEntries = { lines: new Map(), duplicates: 0, refused: 0, errors: [] };
  const take = (raw: Raw) => takeEntry(raw, kind, parsed);
  // A byte order mark, as Windows programs write it.
  const content = text.replace(/^\uFEFF/, '');
  if (format === 'csv') await readCsv(content, { kind, column }, parsed, take);
  else await readLines(content, kind, clock, take);
  return parsed;
}

function takeEntry({ line, value, expires, comment }: Raw, kind: ListKind, parsed: ParsedEntries): void {
  const refuse = (reason: string) => {
    parsed.refused++;
    if (parsed.errors.length < SHOWN_ERRORS) parsed.errors.push({ line, reason });
  };
  const checked = checkValue(kind, value);
  if ('problem' in checked) return refuse(`"${value.slice(0, 100)}" ${checked.problem}`);
  const ends = expires ? Date.parse(expires) : undefined;
  if (Number.isNaN(ends))
    return refuse(`"${expires?.slice(0, 100)}" is no time such as 2027-01-31T00:00:00Z`);
  if (parsed.lines.has(checked.value)) parsed.duplicates++;
  else if (parsed.lines.size >= MOST_ENTRIES) {
    throw new SiemError('invalid_input', `text: a list holds at most ${MOST_ENTRIES} entries.`);
  }
  parsed.lines.set(
    checked.value,
    entryLine({
      value: checked.value,
      ...(ends !== undefined && { expires: new Date(ends).toISOString() }),
      ...(comment && { comment: comment.replace(/\t/g, ' ').slice(0, 500) }),
    }),
  );
}

async function readLines(
  text: string,
  kind: ListKind,
  clock: Clock,
  take: (raw: Raw) => void,
): Promise<void> {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, end).trim();
    start = end + 1;
    if (++line % LINES_AT_ONCE === 0) await clock.sleep(0);
    if (content !== '' && !content.startsWith('#')) take({ line, ...partsOf(content, kind) });
  }
}

/** `value,expires,comment`; of texts, which may hold commas, only where a time or nothing stands behind the first one. */
function partsOf(content: string, kind: ListKind): Omit<Raw, 'line'> {
  const [value = '', expires = '', ...comment] = content.split(',');
  const isWhole = kind === 'text' && expires.trim() !== '' && Number.isNaN(Date.parse(expires));
  if (isWhole) return { value: content };
  // Feeds put comments behind values.
  const bare = kind === 'text' ? value : (value.split(/\s[#;]/)[0] as string);
  return { value: bare.trim(), expires: expires.trim(), comment: comment.join(',').trim() };
}

type Record = { record: string[]; info: { lines: number } };

async function readCsv(
  text: string,
  { kind, column }: { kind: ListKind; column?: string },
  parsed: ParsedEntries,
  take: (raw: Raw) => void,
): Promise<void> {
  const parser = parseCsv(text, {
    comment: '#',
    comment_no_infix: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  let names: string[] | undefined;
  let waiting: Record[] = [];
  let read: ((record: Record) => void) | undefined;
  const begin = () => {
    read = rowReader(names ?? [], column, kind, waiting, parsed, take);
    for (const record of waiting) read(record);
    waiting = [];
  };
  try {
    for await (const next of parser) {
      const record = next as Record;
      if (!names) parsed.columns = names = record.record;
      else if (read) read(record);
      else if (waiting.push(record) === GUESSED_FROM) begin();
    }
  } catch (thrown) {
    if (thrown instanceof SiemError) throw thrown;
    throw new SiemError('invalid_input', `text: this is no CSV: ${(thrown as Error).message}.`);
  }
  if (!read) begin();
}

function rowReader(
  names: string[],
  column: string | undefined,
  kind: ListKind,
  first: readonly Record[],
  parsed: ParsedEntries,
  take: (raw: Raw) => void,
): (record: Record) => void {
  const at = column === undefined ? likelyColumn(names, kind, first) : names.indexOf(column);
  if (at < 0) {
    throw new SiemError(
      'invalid_input',
      `column: there is no column "${column}"; there are ${names.join(', ')}.`,
    );
  }
  parsed.column = names[at];
  const named = (name: string) => names.findIndex((other) => other.toLowerCase() === name);
  const [expires, comment] = [named('expires'), named('comment')];
  return ({ record, info }) => {
    const value = record[at] ?? '';
    if (value !== '') take({ line: info.lines, value, expires: record[expires], comment: record[comment] });
  };
}

/** The column most of whose first values are of the kind; of several, the first. */
function likelyColumn(names: string[], kind: ListKind, first: readonly Record[]): number {
  const fits = names.map(
    (_, at) => first.filter(({ record }) => 'value' in checkValue(kind, record[at] ?? '')).length,
  );
  return Math.max(0, fits.indexOf(Math.max(...fits)));
}

import { QueryError } from './query_error';
import { TextReader } from './text_reader';

/** A word with `*` in it, as the texts between the stars; or a plain value. `null`, `true`, `false` and numbers are such when not quoted. */
export type DqlValue = { wildcard: string[] } | DqlLiteral;

export interface DqlLiteral {
  literal: string | number | boolean | null;
  quoted: boolean;
}

export type DqlNode =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; parts: DqlNode[] }
  | { kind: 'not'; part: DqlNode }
  | { kind: 'nested'; path: string; part: DqlNode }
  /** `at` is where the field's name, or else the value, stands in the text. */
  | { kind: 'range'; field: DqlValue; operator: 'gt' | 'gte' | 'lt' | 'lte'; value: DqlLiteral; at: number }
  | { kind: 'is'; field?: DqlValue; value: DqlValue; at: number };

const OPERATORS = { '<=': 'lte', '>=': 'gte', '<': 'lt', '>': 'gt' } as const;
const SPECIAL = /[\\():<>"*{}]/;
/** What ends an unquoted value besides special characters. `not` ends it in the middle of a word too, as in OSD. */
const KEYWORD = /[ \t\r\n]+(?:or|and)[ \t\r\n]+|not[ \t\r\n]+/iy;
const NUMBER = /^(?:-?[1-9]\d*(?:\.\d+)?|-?0\.\d*[1-9]+|0|0.0|\.\d+)$/;

/**
 * Reads DQL as OpenSearch Dashboards 2.8 reads it (`kuery` in its data plugin): `field: value`, `field: (a or "b c")`, `field >= 5`, `field: *`,
 * `nested: { field: value }`, `and`, `or`, `not`, parentheses. Fails with a QueryError.
 */
export function parseDql(text: string): DqlNode {
  const reader = new TextReader(text);
  reader.skipSpaces();
  if (reader.ended) return { kind: 'all' };
  const node = readOr(reader, readQuery);
  reader.skipSpaces();
  if (!reader.ended) reader.expected('"and", "or" or the end of the query');
  return node;
}

type ReadOne = (reader: TextReader) => DqlNode;

function readOr(reader: TextReader, readOne: ReadOne): DqlNode {
  return readJoined(reader, 'or', /[ \t\r\n]+or[ \t\r\n]+/iy, () =>
    readJoined(reader, 'and', /[ \t\r\n]+and[ \t\r\n]+/iy, () => readNot(reader, readOne)),
  );
}

function readJoined(reader: TextReader, kind: 'and' | 'or', word: RegExp, readPart: () => DqlNode): DqlNode {
  const parts = [readPart()];
  while (reader.take(word) !== undefined) parts.push(readPart());
  return parts.length > 1 ? { kind, parts } : (parts[0] as DqlNode);
}

function readNot(reader: TextReader, readOne: ReadOne): DqlNode {
  return reader.take(/not[ \t\r\n]+/iy) === undefined
    ? readOne(reader)
    : { kind: 'not', part: readOne(reader) };
}

function readQuery(reader: TextReader): DqlNode {
  if (reader.peek() === '(') return readParentheses(reader, '(', ')', readQuery);
  const at = reader.at;
  const name = readLiteral(reader, 'a field or a value');
  reader.skipSpaces();
  const operator = reader.take(/<=|>=|<|>/y);
  if (operator !== undefined) {
    reader.skipSpaces();
    const valueAt = reader.at;
    const value = readLiteral(reader, 'a value');
    if ('wildcard' in value) throw new QueryError('a comparison needs a value without *', valueAt);
    return { kind: 'range', field: name, operator: OPERATORS[operator as keyof typeof OPERATORS], value, at };
  }
  if (reader.take(/:[ \t\r\n]*/y) === undefined) {
    // Spaces after a value belong to what follows: ` and `, ` or `.
    reader.at = backToText(reader, at);
    return { kind: 'is', value: name, at };
  }
  if (reader.peek() === '{') {
    const part = readParentheses(reader, '{', '}', readQuery);
    return { kind: 'nested', path: plainText(name), part };
  }
  const field = 'literal' in name && name.literal === null ? undefined : name;
  return readValues(reader, { ...(field && { field }), at });
}

function readValues(reader: TextReader, is: { field?: DqlValue; at: number }): DqlNode {
  const readOne: ReadOne = (inner) => readValues(inner, is);
  if (reader.peek() === '(') return readParentheses(reader, '(', ')', readOne);
  return { kind: 'is', ...is, value: readLiteral(reader, 'a value') };
}

function readParentheses(reader: TextReader, open: string, close: string, readOne: ReadOne): DqlNode {
  reader.next();
  reader.skipSpaces();
  const node = readOr(reader, readOne);
  reader.skipSpaces();
  if (reader.next() !== close) {
    reader.at--;
    reader.expected(`"${close}" to close "${open}"`);
  }
  return node;
}

function readLiteral(reader: TextReader, what: string): DqlValue {
  return reader.peek() === '"' ? readQuoted(reader) : readUnquoted(reader, what);
}

function readQuoted(reader: TextReader): DqlValue {
  const start = reader.at;
  reader.next();
  let literal = '';
  while (!reader.ended) {
    const char = reader.next();
    if (char === '"') return { literal, quoted: true };
    literal += char === '\\' ? (readEscape(reader, /["\\]/) ?? char) : char;
  }
  reader.at = start;
  return reader.expected('a closing quotation mark (")');
}

function readUnquoted(reader: TextReader, what: string): DqlValue {
  const parts = [''];
  const start = reader.at;
  while (!reader.ended && reader.match(KEYWORD) === undefined) {
    const char = reader.peek();
    const last = parts.length - 1;
    if (char === '*') {
      reader.next();
      parts.push('');
    } else if (char === '\\') {
      reader.next();
      const escaped = readEscape(reader, SPECIAL) ?? reader.take(/or|and|not/iy);
      if (escaped === undefined) {
        reader.at--;
        break;
      }
      parts[last] += escaped;
    } else if (SPECIAL.test(char)) {
      break;
    } else {
      parts[last] += reader.next();
    }
  }
  if (reader.at === start) return reader.expected(what);
  parts[0] = (parts[0] as string).trimStart();
  parts.push((parts.pop() as string).trimEnd());
  return parts.length > 1 ? { wildcard: parts } : plainValue(parts[0] as string);
}

/** The character behind a backslash, where it may stand there. */
function readEscape(reader: TextReader, escapable: RegExp): string | undefined {
  const char = reader.peek();
  const space = { t: '\t', r: '\r', n: '\n' }[char];
  if (space === undefined && !(char !== '' && escapable.test(char))) return undefined;
  reader.next();
  return space ?? char;
}

function plainValue(text: string): DqlValue {
  if (text === 'null') return { literal: null, quoted: false };
  if (text === 'true' || text === 'false') return { literal: text === 'true', quoted: false };
  return { literal: NUMBER.test(text) ? Number(text) : text, quoted: false };
}

function plainText(value: DqlValue): string {
  return 'wildcard' in value ? value.wildcard.join('*') : String(value.literal);
}

function backToText(reader: TextReader, from: number): number {
  const read = reader.text.slice(from, reader.at);
  return from + read.trimEnd().length;
}

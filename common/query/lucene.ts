import { QueryError } from './query_error';
import { TextReader } from './text_reader';

/** A term, phrase, range or regular expression as it stands in the text, without its field. */
export interface LuceneLeaf {
  kind: 'leaf';
  /** Of the nearest `field:` before it. */
  field?: string;
  text: string;
  form: 'word' | 'phrase' | 'range' | 'regexp';
  /** Where the leaf, its own field included, begins in the query. */
  at: number;
}

export interface LuceneClause {
  /** The word before it. */
  joined?: 'and' | 'or';
  /** `+`, or one of `-`, `!` and `NOT`. */
  sign?: 'required' | 'prohibited';
  node: LuceneNode;
  at: number;
}

export type LuceneNode = LuceneLeaf | { kind: 'group'; clauses: LuceneClause[] };

const FIELD = /(?:\\.|[^\s()"[\]{}\\:+\-!/^~<>=]|(?<=\S)[-+!/])+(?=:)/y;
const COMPARED = /(?:>=|<=|>|<)\s*(?:"(?:\\.|[^"\\])*"|(?:\\.|[^\s()\\])+)/y;
const PHRASE = /"(?:\\[\s\S]|[^"\\])*"(?:~\d+)?/y;
const RANGE =
  /[[{]\s*(?:"(?:\\.|[^"\\])*"|(?:\\.|[^\s\]}\\])+)\s+(?:TO\s+)?(?:"(?:\\.|[^"\\])*"|(?:\\.|[^\s\]}\\])+)\s*[\]}]/y;
const REGEXP = /\/(?:\\.|[^/\\])*\//y;
const WORD = /(?!(?:AND|OR|NOT)(?:[\s()]|$))(?:\\.|[^\s()"[\]{}\\:^~])+(?:~[\d.]*)?/y;
const BOOST = /\^[\d.]+/y;

/**
 * The boolean structure of a query in Lucene's classic syntax, as `query_string` takes it. Terms are not looked into: they stay as they are in
 * the text. Fails with a QueryError.
 * Source: https://lucene.apache.org/core/9_12_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html
 */
export function parseLucene(text: string): LuceneNode {
  const reader = new TextReader(text);
  const node = readClauses(reader, undefined);
  if (!reader.ended) reader.expected('a term or the end of the query');
  return node;
}

function readClauses(reader: TextReader, field: string | undefined): LuceneNode {
  const clauses: LuceneClause[] = [];
  for (;;) {
    reader.skipSpaces();
    if (reader.ended || reader.peek() === ')') break;
    const at = reader.at;
    const joined = readJoin(reader, clauses.length === 0);
    const sign = readSign(reader);
    clauses.push({ ...(joined && { joined }), ...(sign && { sign }), node: readNode(reader, field), at });
  }
  return { kind: 'group', clauses };
}

function readJoin(reader: TextReader, isFirst: boolean): LuceneClause['joined'] {
  const at = reader.at;
  const word = reader.take(/(?:AND|OR)(?=[\s()]|$)|&&|\|\|/y);
  if (word === undefined) return undefined;
  if (isFirst) throw new QueryError(`"${word}" needs something before it`, at);
  reader.skipSpaces();
  if (reader.ended || reader.peek() === ')') throw new QueryError(`"${word}" needs something after it`, at);
  return word === 'AND' || word === '&&' ? 'and' : 'or';
}

function readSign(reader: TextReader): LuceneClause['sign'] {
  const sign = reader.take(/(?:NOT(?=[\s()]|$)|[+\-!])\s*/y);
  if (sign === undefined) return undefined;
  return sign.startsWith('+') ? 'required' : 'prohibited';
}

function readNode(reader: TextReader, around: string | undefined): LuceneNode {
  const at = reader.at;
  const own = reader.take(FIELD);
  if (own !== undefined) reader.take(/:\s*/y);
  const field = own === undefined ? around : unescape(own);
  if (reader.peek() === '(') {
    const open = reader.at;
    reader.next();
    const group = readClauses(reader, field);
    if (reader.next() !== ')') throw new QueryError('this parenthesis is never closed', open);
    reader.take(BOOST);
    return group;
  }
  const leaf = (form: LuceneLeaf['form'], text: string | undefined): LuceneLeaf | undefined => {
    if (text === undefined) return undefined;
    reader.take(BOOST);
    return { kind: 'leaf', ...(field !== undefined && { field }), text, form, at };
  };
  return (
    leaf('phrase', reader.take(PHRASE)) ??
    leaf('range', reader.take(RANGE) ?? (own === undefined ? undefined : reader.take(COMPARED))) ??
    leaf('regexp', reader.take(REGEXP)) ??
    leaf('word', reader.take(WORD)) ??
    reader.expected(reader.peek() === '"' ? 'a closing quotation mark (")' : 'a term')
  );
}

/** The text without the backslashes that protect its characters. */
export function unescape(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1');
}

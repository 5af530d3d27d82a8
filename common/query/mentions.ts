import type { QueryLanguage } from '../rule';
import { type DqlNode, type DqlValue, parseDql } from './dql';
import { type LuceneLeaf, type LuceneNode, parseLucene, unescape } from './lucene';

/** One place of a query where it asks something of a field, or of any field. */
export interface Mention {
  /** May hold `*`; undefined where every field is searched. */
  field?: string;
  form: 'value' | 'wildcard' | 'range' | 'exists' | 'regexp';
  /** What the field is compared with; of ranges their ends, `*` left out. */
  values: string[];
  quoted: boolean;
  /** Where it begins in the query's text, from 0. */
  at: number;
}

/** All that a query asks, in the order of its text. Fails with a QueryError. */
export function mentionsOf(language: QueryLanguage, text: string): Mention[] {
  if (text.trim() === '') return [];
  return language === 'kuery' ? inDql(parseDql(text), '') : inLucene(parseLucene(text));
}

function inDql(node: DqlNode, path: string): Mention[] {
  switch (node.kind) {
    case 'all':
      return [];
    case 'and':
    case 'or':
      return node.parts.flatMap((part) => inDql(part, path));
    case 'not':
      return inDql(node.part, path);
    case 'nested':
      return inDql(node.part, `${path}${node.path}.`);
    case 'range':
      return [
        {
          field: path + textOf(node.field),
          form: 'range',
          values: [textOf(node.value)],
          quoted: node.value.quoted,
          at: node.at,
        },
      ];
    case 'is': {
      const { value, at } = node;
      const text = textOf(value);
      const form = !('wildcard' in value) ? 'value' : text === '*' ? 'exists' : 'wildcard';
      const quoted = 'quoted' in value && value.quoted;
      return [{ ...(node.field && { field: path + textOf(node.field) }), form, values: [text], quoted, at }];
    }
  }
}

function textOf(value: DqlValue): string {
  return 'wildcard' in value ? value.wildcard.join('*') : String(value.literal);
}

function inLucene(node: LuceneNode): Mention[] {
  if (node.kind === 'leaf') return [leafMention(node)];
  return node.clauses.flatMap((clause) => inLucene(clause.node));
}

function leafMention({ field, text, form, at }: LuceneLeaf): Mention {
  const common = { ...(field !== undefined && { field }), at };
  switch (form) {
    case 'phrase': {
      const phrase = text.replace(/~\d+$/, '').slice(1, -1);
      return field === '_exists_'
        ? { field: unescape(phrase), form: 'exists', values: [], quoted: false, at }
        : { ...common, form: 'value', values: [unescape(phrase)], quoted: true };
    }
    case 'regexp':
      return { ...common, form: 'regexp', values: [text], quoted: false };
    case 'range':
      return { ...common, form: 'range', values: endsOf(text), quoted: false };
    case 'word':
      if (field === '_exists_')
        return { field: unescape(text), form: 'exists', values: [], quoted: false, at };
      if (text === '*') return { ...common, form: 'exists', values: ['*'], quoted: false };
      return {
        ...common,
        form: /(?<!\\)(?:\\\\)*[*?]/.test(text) ? 'wildcard' : 'value',
        values: [unescape(text.replace(/~[\d.]*$/, ''))],
        quoted: false,
      };
  }
}

/** The ends of `[a TO b}` or `>=a`, without quotation marks. */
function endsOf(range: string): string[] {
  const inner = range.replace(/^(?:[[{]|>=|<=|>|<)\s*/, '').replace(/\s*[\]}]$/, '');
  return inner
    .split(/\s+TO\s+/)
    .map((end) => unescape(end.replace(/^"(.*)"$/, '$1')))
    .filter((end) => end !== '*');
}

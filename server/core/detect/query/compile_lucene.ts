import { type LuceneLeaf, type LuceneNode, parseLucene, unescape } from '../../../../common/query/lucene';
import type { Clause } from '../clauses';
import { listsOfQuery } from './list_references';
import type { QueryContext } from './query_context';

/** Compiles a query in Lucene's syntax, with value lists in it such as `source.ip:"@blocklist"`. Fails with a QueryError. */
export function compileLucene(text: string, context: QueryContext): Clause {
  if (text.trim() === '') return { match_all: {} };
  // Only a query that names a list is taken apart, else OpenSearch gets it as it is.
  if (listsOfQuery(text).length === 0) return queryString(text, context);
  return compileNode(parseLucene(text), context);
}

/** `lenient` stays unset as in Discover: OpenSearch then searches a word without a field in every field, be it fit for it or not. */
function queryString(query: string, { timeZone }: QueryContext, field?: string): Clause {
  return {
    query_string: {
      query,
      analyze_wildcard: true,
      ...(timeZone && { time_zone: timeZone }),
      ...(field !== undefined && { default_field: field }),
    },
  };
}

function compileNode(node: LuceneNode, context: QueryContext): Clause {
  if (node.kind === 'leaf') return compileLeaf(node, context);
  const clauses: Record<'must' | 'should' | 'must_not', Clause[]> = { must: [], should: [], must_not: [] };
  for (const [index, { sign, joined, node: part }] of node.clauses.entries()) {
    // As Lucene's classic parser has it: AND makes what stands on its two sides required, unless prohibited; OR makes nothing of anything.
    const required = sign === 'required' || joined === 'and' || node.clauses[index + 1]?.joined === 'and';
    const occurs = sign === 'prohibited' ? 'must_not' : required ? 'must' : 'should';
    clauses[occurs].push(compileNode(part, context));
  }
  const optional = clauses.must.length === 0 && clauses.should.length > 0;
  return {
    bool: { ...clauses, ...(optional && { minimum_should_match: 1 }) },
  };
}

function compileLeaf({ field, text, form }: LuceneLeaf, context: QueryContext): Clause {
  const list =
    form === 'phrase' && field !== undefined ? context.list(field, unescape(text.slice(1, -1))) : undefined;
  return list ?? queryString(text, context, field);
}

import { type DqlNode, type DqlValue, parseDql } from '../../../../common/query/dql';
import { QueryError } from '../../../../common/query/query_error';
import type { Clause } from '../clauses';
import type { QueryContext } from './query_context';

/** Compiles DQL to what OpenSearch Dashboards makes of it (`toOpenSearchQuery` of its data plugin). Fails with a QueryError. */
export function compileDql(text: string, context: QueryContext): Clause {
  return compileNode(parseDql(text), context, '');
}

/** `path`: of the nested object around the node, with a dot at its end. */
function compileNode(node: DqlNode, context: QueryContext, path: string): Clause {
  switch (node.kind) {
    case 'all':
      return { match_all: {} };
    case 'and':
      return { bool: { filter: node.parts.map((part) => compileNode(part, context, path)) } };
    case 'or':
      return anyOf(node.parts.map((part) => compileNode(part, context, path)));
    case 'not':
      return { bool: { must_not: [compileNode(node.part, context, path)] } };
    case 'nested': {
      const query = compileNode(node.part, context, `${path}${node.path}.`);
      return { nested: { path: path + node.path, query, score_mode: 'none' } };
    }
    case 'range':
      return anyOf(
        fieldsOf(node.field, context, path).map((field) => ({
          range: { [field]: { [node.operator]: node.value.literal, ...zoneOf(field, context) } },
        })),
      );
    case 'is':
      return compileIs(node, context, path);
  }
}

function compileIs(
  { field, value, at }: Extract<DqlNode, { kind: 'is' }>,
  context: QueryContext,
  path: string,
): Clause {
  if (field === undefined && path !== '') {
    throw new QueryError(`say which field of ${path.slice(0, -1)} must have this value`, at);
  }
  if (field === undefined) {
    return 'wildcard' in value
      ? { query_string: { query: queryStringOf(value.wildcard) } }
      : {
          multi_match: { type: value.quoted ? 'phrase' : 'best_fields', query: value.literal, lenient: true },
        };
  }
  const fields = fieldsOf(field, context, path);
  const everyField = 'wildcard' in field && fields.length === context.fieldTypes.size;
  if (isAnything(value) && (isAnything(field) || everyField)) return { match_all: {} };
  return anyOf(fields.map((name) => clauseOf(name, value, context)));
}

function clauseOf(field: string, value: DqlValue, context: QueryContext): Clause {
  if (isAnything(value)) return { exists: { field } };
  if ('wildcard' in value) return { query_string: { fields: [field], query: queryStringOf(value.wildcard) } };
  const { literal, quoted } = value;
  const list = quoted ? context.list(field, String(literal)) : undefined;
  if (list) return list;
  if (isDate(field, context))
    return { range: { [field]: { gte: literal, lte: literal, ...zoneOf(field, context) } } };
  return { [quoted ? 'match_phrase' : 'match']: { [field]: literal } };
}

/** A name with wildcards stands for all fields it matches; one that matches none is sent as it is, and finds nothing. */
function fieldsOf(name: DqlValue, { fieldTypes }: QueryContext, path: string): string[] {
  if (!('wildcard' in name)) return [path + String(name.literal)];
  const parts = [path + (name.wildcard[0] ?? ''), ...name.wildcard.slice(1)];
  const expression = new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`,
    's',
  );
  const matching = [...fieldTypes.keys()].filter((field) => expression.test(field));
  return matching.length > 0 ? matching : [parts.join('*')];
}

function isAnything(value: DqlValue): boolean {
  return 'wildcard' in value && value.wildcard.join('*') === '*';
}

function isDate(field: string, { fieldTypes }: QueryContext): boolean {
  return /^date(_nanos)?$/.test(fieldTypes.get(field) ?? '');
}

function zoneOf(field: string, context: QueryContext): { time_zone?: string } {
  return isDate(field, context) && context.timeZone ? { time_zone: context.timeZone } : {};
}

/** Escapes what Lucene's query syntax would read as its own. */
function queryStringOf(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[+\-=&|><!(){}[\]^"~*?:\\/]/g, '\\$&')).join('*');
}

function anyOf(clauses: Clause[]): Clause {
  return { bool: { should: clauses, minimum_should_match: 1 } };
}

import Boom from '@hapi/boom';
import type {
  OpenSearchClient,
  SavedObjectsFindOptions,
  SavedObjectsFindResponse,
} from '../../../types/opensearch_dashboards_server';
import { fromRaw, type RawDocument } from './document';
import { badRequest } from './errors';
import type { TypeRegistry } from './type_registry';

type Query = Record<string, unknown>;

const ofType = (type: string): Query => ({
  bool: { must: [{ term: { type } }], must_not: [{ exists: { field: 'namespace' } }] },
});

function textQuery(types: string[], options: SavedObjectsFindOptions): Query {
  const { search, searchFields = [], defaultSearchOperator = 'OR' } = options;
  if (!search) return {};
  const fields = searchFields.flatMap((field) => types.map((type) => `${type}.${field}`));
  const simple = {
    simple_query_string: {
      query: search,
      ...(fields.length > 0 ? { fields } : { lenient: true, fields: ['*'] }),
      ...(defaultSearchOperator === 'AND' && { default_operator: 'AND' }),
    },
  };
  if (!search.trim().endsWith('*')) return { must: [simple] };
  const prefix = search.replace(/[*]$/, '');
  const phrases = fields.map((field) => ({
    match_phrase_prefix: { [field.split('^')[0]!]: { query: prefix } },
  }));
  return { should: [simple, ...phrases], minimum_should_match: 1 };
}

const referenceQuery = ({ type, id }: { type: string; id: string }): Query => ({
  nested: {
    path: 'references',
    query: { bool: { must: [{ term: { 'references.id': id } }, { term: { 'references.type': type } }] } },
  },
});

/** @throws Boom 400 when the field is mapped neither below the type nor at the root */
function sortClause(registry: TypeRegistry, types: string[], options: SavedObjectsFindOptions): Query {
  const { sortField, sortOrder } = options;
  if (sortField === undefined) return {};
  if (sortField === '_id' || sortField === '_score') return { sort: [{ [sortField]: { order: sortOrder } }] };
  const own = types.length === 1 ? `${types[0]}.${sortField}` : sortField;
  const path = registry.field(own) ? own : sortField;
  const field = registry.field(path);
  if (field === undefined)
    throw Boom.badRequest(
      types.length > 1
        ? `Unable to sort multiple types by field ${sortField}, not a root property`
        : `Unknown sort field ${sortField}`,
    );
  return { sort: [{ [path]: { order: sortOrder, unmapped_type: field.type } }] };
}

const ROOT_FIELDS = ['namespace', 'namespaces', 'type', 'references', 'migrationVersion', 'updated_at'];

/**
 * Searches the given types, which the caller has cut down to those it may see.
 * @throws Boom 400 for wrong options, and whatever OpenSearch answers
 */
export async function find<T>(
  client: OpenSearchClient,
  registry: TypeRegistry,
  types: string[],
  options: SavedObjectsFindOptions,
): Promise<SavedObjectsFindResponse<T>> {
  const { page = 1, perPage = 20, fields, hasReference } = options;
  if (options.filter !== undefined) throw badRequest('The stand-in host does not implement "filter"');
  if (options.searchFields !== undefined && !Array.isArray(options.searchFields))
    throw badRequest('options.searchFields must be an array');
  if (types.length === 0) return { page, per_page: perPage, total: 0, saved_objects: [] };
  const scope: Query = {
    bool: {
      ...(hasReference && { must: [referenceQuery(hasReference)] }),
      should: types.map(ofType),
      minimum_should_match: 1,
    },
  };
  const { body, statusCode } = await client.search(
    {
      index: [...new Set(types.map((type) => registry.indexOf(type)))],
      size: perPage,
      from: perPage * (page - 1),
      rest_total_hits_as_int: true,
      _source: fields && [
        ...types.flatMap((type) => fields.map((field) => `${type}.${field}`)),
        ...ROOT_FIELDS,
      ],
      body: {
        seq_no_primary_term: true,
        query: { bool: { filter: [scope], ...textQuery(types, options) } },
        ...sortClause(registry, types, options),
      },
    },
    { ignore: [404] },
  );
  if (statusCode === 404) return { page, per_page: perPage, total: 0, saved_objects: [] };
  const { hits } = body as {
    hits: { total: number; hits: Array<RawDocument & { _score: number; sort?: unknown[] }> };
  };
  return {
    page,
    per_page: perPage,
    total: hits.total,
    saved_objects: hits.hits.map((hit) => ({
      ...fromRaw<T>(registry, hit),
      score: hit._score,
      ...(hit.sort && { sort: hit.sort }),
    })),
  };
}

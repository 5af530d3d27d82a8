/** One thing that the host does. */
export interface Fact {
  says: string;
  /** Files of ours that would break without it; none where only the stand-in promises it, for what may come. */
  usedBy: string[];
}

const PLUGIN = 'server/plugin.ts';
const COMPOSE = 'server/compose/foundation.ts';
const CONFIG = 'server/config.ts';
const ROUTES = 'server/routes/define_route.ts';
const OBJECTS = 'server/adapters/saved_objects/managed_objects.ts';
const USER_OBJECTS = 'server/adapters/saved_objects/user_objects.ts';
const TYPES = 'server/saved_objects/hidden_type.ts';
const STATE = 'server/adapters/opensearch/state_store.ts';
const CLIENT_ERRORS = 'server/adapters/opensearch/errors.ts';
const USERS = 'server/host.ts';
const GATE = 'server/index.ts';
const LOADER = 'public/loader/index.ts';

/**
 * Every fact about the server that our code uses or the stand-in offers. server.test.ts has exactly one test for each, under the same id, and
 * fails when one is missing here or there.
 */
export const SERVER_FACTS = {
  'config.schema': {
    says: 'validates settings with our own schema object, given value, context and path, and uses what it returns',
    usedBy: [CONFIG, GATE],
  },
  'config.nothing': { says: 'calls the schema with undefined when nothing is configured', usedBy: [CONFIG] },
  'config.unknown_key': { says: 'does not start with a setting that nobody owns', usedBy: [CONFIG] },
  'config.refused': {
    says: 'does not start when the schema throws, and shows its message',
    usedBy: [CONFIG],
  },
  'config.disabled': { says: 'leaves a plugin out when its settings say enabled: false', usedBy: [CONFIG] },

  'lifecycle.order': {
    says: 'calls plugin, setup and start in this order and awaits each',
    usedBy: [PLUGIN],
  },
  'lifecycle.environment': {
    says: 'tells its version, its data path and an id of the instance',
    usedBy: [PLUGIN],
  },
  'lifecycle.start_services': {
    says: 'gives handlers the started core by getStartServices',
    usedBy: [],
  },
  'lifecycle.objects_in_start': { says: 'has saved objects ready in start', usedBy: [COMPOSE] },
  'lifecycle.throw_is_fatal': { says: 'does not start when setup throws', usedBy: [PLUGIN, GATE] },
  'lifecycle.rejection_is_warning': {
    says: 'survives an unhandled rejection with a warning',
    usedBy: [PLUGIN],
  },
  'lifecycle.exception_is_fatal': { says: 'dies of an uncaught exception', usedBy: [PLUGIN] },
  'lifecycle.log': {
    says: "writes a plugin's log lines as JSON with level and plugin id in tags",
    usedBy: [PLUGIN],
  },

  'http.one_router': { says: 'hands out the same router on every call', usedBy: [PLUGIN] },
  'http.validate_required': {
    says: 'refuses routes without validate, or with an undefined rule',
    usedBy: [ROUTES],
  },
  'http.validators': { says: 'gives handlers what our validation functions return', usedBy: [ROUTES] },
  'http.validation_error': {
    says: 'answers 400 with part, path and reason when a validator refuses or throws',
    usedBy: [ROUTES],
  },
  'http.unvalidated_is_empty': {
    says: 'gives {} for a part without a validator, whatever was sent',
    usedBy: [ROUTES],
  },
  'http.query_strings': {
    says: 'gives query values as strings, repeated ones as arrays',
    usedBy: ['common/api.ts'],
  },
  'http.empty_body': { says: 'gives null for an empty body', usedBy: [ROUTES] },
  'http.body_limit': {
    says: 'refuses bodies over 1 MiB with 413 unless the route allows more',
    usedBy: [ROUTES],
  },
  'http.bad_json': { says: 'answers 400 for a body that is not JSON', usedBy: [ROUTES] },
  'http.xsrf': {
    says: 'wants osd-xsrf or osd-version on everything but GET, unless the route lifts it',
    usedBy: [ROUTES],
  },
  'http.version': { says: 'refuses requests of another version', usedBy: [ROUTES] },
  'http.answers': { says: 'answers with the status of the factory function', usedBy: [ROUTES] },
  'http.error_shape': {
    says: 'sends errors as statusCode, error, message and our attributes',
    usedBy: [ROUTES],
  },
  'http.error_needs_message': { says: 'answers 500 for an error body without message', usedBy: [ROUTES] },
  'http.foreign_answer': { says: 'answers 500 for what the factory did not make', usedBy: [] },
  'http.string_is_html': { says: 'sends a plain string as text/html', usedBy: [] },
  'http.raw_bodies': { says: 'sends buffers and streams under our own content type', usedBy: [] },
  'http.throw_is_500': {
    says: 'answers 500 without detail when a handler throws, Boom errors included',
    usedBy: [ROUTES],
  },
  'http.legacy_errors': {
    says: 'turns Boom errors into their own status inside handleLegacyErrors',
    usedBy: [],
  },
  'http.unauthorized': {
    says: "answers 401 with the challenge when its client's 401 is thrown",
    usedBy: [],
  },
  'http.not_found': { says: 'answers 404 as JSON for unknown paths', usedBy: [ROUTES] },
  'http.no_late_routes': { says: 'takes no routes once it listens', usedBy: [PLUGIN] },
  'http.aborted': { says: 'tells handlers when the browser hangs up', usedBy: [ROUTES] },
  'http.user_unknown': { says: 'knows no user without a security plugin', usedBy: [USERS] },
  'http.base_path': { says: 'serves below server.basePath and prepends it', usedBy: [LOADER] },

  'opensearch.answer': { says: 'resolves calls to body, statusCode and headers', usedBy: [STATE] },
  'opensearch.error': {
    says: 'rejects with ResponseError: statusCode, body.error.type',
    usedBy: [CLIENT_ERRORS],
  },
  'opensearch.ignore': { says: 'does not reject for statuses named in ignore', usedBy: [STATE] },
  'opensearch.raw_bulk': {
    says: 'sends a buffer of NDJSON as it is',
    usedBy: ['server/adapters/opensearch/bulk_index.ts'],
  },
  'opensearch.abort': {
    says: 'lets calls be aborted, which then reject with RequestAbortedError',
    usedBy: ['server/adapters/opensearch/bulk_index.ts', 'server/adapters/opensearch/search.ts'],
  },
  'opensearch.snake_case': { says: 'has calls under their snake_case names, too', usedBy: [STATE] },
  'opensearch.scoped': {
    says: 'has clients for the request, its context and bare headers',
    usedBy: ['server/compose/index.ts'],
  },
  'opensearch.custom_client': {
    says: 'makes clients with their own hosts and user, which forward only allowed headers',
    usedBy: [COMPOSE],
  },
  'opensearch.connection_error': {
    says: 'rejects with an error without status when nothing answers',
    usedBy: [CLIENT_ERRORS],
  },

  'objects.create_get': { says: 'stores an object and gives it back with a version', usedBy: [OBJECTS] },
  'objects.stored_as': {
    says: 'keeps a type in an index of its own behind an alias, as <type>:<id>',
    usedBy: [TYPES],
  },
  'objects.unmapped': {
    says: 'takes attributes that are not mapped where dynamic is false',
    usedBy: [TYPES],
  },
  'objects.create_twice': { says: 'answers 409 for an id that is taken', usedBy: [OBJECTS] },
  'objects.replace': {
    says: 'replaces all attributes by create with overwrite and version',
    usedBy: [OBJECTS],
  },
  'objects.stale_version': {
    says: 'answers 409 for a stale version, 400 for a malformed one',
    usedBy: [OBJECTS],
  },
  'objects.update_merges': {
    says: 'merges objects deeply on update and answers with what was sent',
    usedBy: [OBJECTS],
  },
  'objects.missing': { says: 'rejects with Boom 404 for objects that are not there', usedBy: [OBJECTS] },
  'objects.delete': { says: 'deletes an object', usedBy: [OBJECTS] },
  'objects.hidden': { says: 'hides hidden types from all but repositories that name them', usedBy: [TYPES] },
  'objects.find': { says: 'finds by page, text and sort field', usedBy: [OBJECTS] },
  'objects.find_refuses': {
    says: 'answers 400 for an unmapped sort field and beyond 10,000 objects',
    usedBy: [OBJECTS],
  },
  'objects.refresh': { says: 'makes writes wait until find sees them', usedBy: [OBJECTS] },
  'objects.bulk': { says: 'answers item by item in bulkCreate and bulkGet', usedBy: [USER_OBJECTS] },
  'objects.origin': {
    says: 'keeps the origin of an object until it is saved anew without one',
    usedBy: [USER_OBJECTS],
  },
  'objects.bulk_version': {
    says: 'answers 409 for an object of bulkCreate whose version is stale',
    usedBy: [USER_OBJECTS],
  },

  'objects.new_mappings': {
    says: 'copies objects into the next index behind the alias when a mapping has changed',
    usedBy: [TYPES],
  },
  'objects.survive_removal': {
    says: 'starts without the plugin whose objects are left, and has them again with it',
    usedBy: [TYPES],
  },

  'plugin.worker_thread': {
    says: "runs our worker thread from the installed plugin's server/ingest_worker.js",
    usedBy: ['server/adapters/worker/worker_pool.ts'],
  },

  'capabilities.declared': { says: 'adds capabilities that we declare', usedBy: [] },
  'ui_settings.registered': {
    says: 'has registered settings, fails (500) on what our schema refuses, keeps changes',
    usedBy: [],
  },
  'status.listed': { says: 'lists our plugin in /api/status', usedBy: ['test/contracts/host_under_test.ts'] },

  'files.bundles_cached': {
    says: 'has .js of target/public cached for a year, without an etag',
    usedBy: [LOADER],
  },
  'files.mjs_revalidated': { says: 'never has .mjs cached and serves it as JavaScript', usedBy: [LOADER] },
  'files.assets': { says: 'serves public/assets below /plugins/<id>/assets', usedBy: [LOADER] },
  'files.missing': { says: 'answers 404 for a missing file', usedBy: [LOADER] },
  'pages.app': { says: 'serves every /app path as HTML under its content security policy', usedBy: [LOADER] },
} as const satisfies Record<string, Fact>;

export type FactId = keyof typeof SERVER_FACTS;

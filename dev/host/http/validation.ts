import type {
  ConfigSchema,
  RouteConfig,
  RouteValidationFunction,
  RouteValidationResultFactory,
} from '../../../types/opensearch_dashboards_server';

type Part = 'params' | 'query' | 'body';
type Rule = RouteValidationFunction<unknown> | ConfigSchema<unknown>;
export type RouteRules = Partial<Record<Part, Rule>>;

class RouteValidationError extends Error {
  constructor(
    error: Error | string,
    readonly path: string[] = [],
  ) {
    super(typeof error === 'string' ? error : error.message);
  }
}

const results: RouteValidationResultFactory = {
  ok: (value) => ({ value }),
  badRequest: (error, path) => ({ error: new RouteValidationError(error, path) }),
};

const isConfigSchema = (rule: unknown): rule is ConfigSchema<unknown> =>
  typeof rule === 'object' &&
  rule !== null &&
  (rule as { __isOsdConfigSchemaType?: unknown }).__isOsdConfigSchemaType === true;

/**
 * Takes a route's `validate`.
 * @throws when it is missing, or when any key is neither a function nor a host schema
 */
export function routeRules(method: string, route: RouteConfig<unknown, unknown, unknown>): RouteRules {
  if (route.validate === undefined)
    throw new Error(
      `The [${method}] at [${route.path}] does not have a 'validate' specified. ` +
        `Use 'false' as the value if you want to bypass validation.`,
    );
  if (route.validate === false) return {};
  for (const [key, rule] of Object.entries(route.validate))
    if (!isConfigSchema(rule) && typeof rule !== 'function')
      throw new Error(
        `Expected a valid validation logic declared with '@osd/config-schema' package or a ` +
          `RouteValidationFunction at key: [${key}].`,
      );
  return route.validate as RouteRules;
}

function run(rule: RouteValidationFunction<unknown>, data: unknown): unknown {
  let result: ReturnType<RouteValidationFunction<unknown>>;
  try {
    result = rule(data, results);
  } catch (error) {
    result = results.badRequest(error as Error);
  }
  if (result.error) throw result.error;
  return result.value;
}

/**
 * Validates one part of a request. A part without a rule is `{}`, whatever was sent.
 * @throws Error with OSD's message, `[request body.some.path]: reason`
 */
export function validatePart(rules: RouteRules, part: Part, data: unknown): unknown {
  const rule = rules[part];
  if (rule === undefined) return {};
  // hapi gives null for an empty body.
  const value = data ?? null;
  try {
    return isConfigSchema(rule) ? rule.validate(value, {}, `request ${part}`) : run(rule, value);
  } catch (error) {
    const path = (error as Partial<RouteValidationError>).path ?? [];
    throw new Error(`[${[`request ${part}`, ...path].join('.')}]: ${(error as Error).message}`);
  }
}

import Boom from '@hapi/boom';
import { errors as clientErrors } from '@opensearch-project/opensearch';

export const notFound = (type: string, id: string): Boom.Boom =>
  Boom.notFound(`Saved object [${type}/${id}] not found`);

export const conflict = (type: string, id: string): Boom.Boom =>
  Boom.conflict(`Saved object [${type}/${id}] conflict`);

export const badRequest = (reason: string): Boom.Boom => Boom.badRequest(`${reason}: Bad Request`);

export const unsupportedType = (type: string): Boom.Boom =>
  badRequest(`Unsupported saved object type: '${type}'`);

interface FailedAnswer {
  statusCode?: number;
  body?: { error?: { reason?: string } };
}

/** Statuses of OpenSearch that are handed on; every other one becomes 500. */
const KEPT_STATUSES = [400, 401, 403, 409, 413, 429, 503];

/** What a failed call to OpenSearch becomes: a Boom error, as every error of saved objects is. */
export function toBoom(error: unknown): Boom.Boom {
  if (Boom.isBoom(error)) return error;
  const cause = error as Error & FailedAnswer;
  if (cause.statusCode === 404) return Boom.notFound();
  const unreachable =
    cause instanceof clientErrors.ConnectionError ||
    cause instanceof clientErrors.NoLivingConnectionsError ||
    cause instanceof clientErrors.TimeoutError;
  const status = unreachable ? 503 : (cause.statusCode ?? 500);
  return Boom.boomify(cause, {
    statusCode: KEPT_STATUSES.includes(status) ? status : 500,
    message: cause.body?.error?.reason,
    override: false,
  });
}

/** The `error` of one item of a bulk answer. */
export const itemError = (error: Boom.Boom) => ({
  statusCode: error.output.statusCode,
  error: error.output.payload.error,
  message: error.output.payload.message,
});

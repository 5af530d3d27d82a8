import Boom from '@hapi/boom';
import type { Lifecycle, ResponseToolkit } from '@hapi/hapi';
import { Readable } from 'stream';
import type {
  OpenSearchDashboardsResponse,
  ResponseFactory,
  ResponseHeaders,
} from '../../../types/opensearch_dashboards_server';

/** Only instances of this class are taken from a handler; anything else is a 500. */
export class HostResponse implements OpenSearchDashboardsResponse {
  constructor(
    readonly status: number,
    readonly payload: unknown,
    readonly options: { headers?: ResponseHeaders } = {},
  ) {}
}

type Options = { body?: unknown; headers?: ResponseHeaders };
const success =
  (status: number) =>
  (options: Options = {}) =>
    new HostResponse(status, options.body, { headers: options.headers });
const failure =
  (status: number, message: string) =>
  (options: Options = {}) =>
    new HostResponse(status, options.body ?? message, { headers: options.headers });

export const responseFactory: ResponseFactory = {
  ok: success(200),
  accepted: success(202),
  noContent: success(204),
  redirected: success(302),
  badRequest: failure(400, 'Bad Request'),
  unauthorized: failure(401, 'Unauthorized'),
  forbidden: failure(403, 'Forbidden'),
  notFound: failure(404, 'Not Found'),
  conflict: failure(409, 'Conflict'),
  internalError: failure(500, 'Internal Error'),
  customError: (options) => {
    if (options?.statusCode === undefined)
      throw new Error(
        `options.statusCode is expected to be set. given options: ${options && options.statusCode}`,
      );
    if (options.statusCode < 400 || options.statusCode >= 600)
      throw new Error(
        `Unexpected Http status code. Expected from 400 to 599, but given: ${options.statusCode}`,
      );
    return failure(options.statusCode, 'Internal Error')(options);
  },
  custom: (options) => {
    if (options?.statusCode === undefined)
      throw new Error(
        `options.statusCode is expected to be set. given options: ${options && options.statusCode}`,
      );
    return new HostResponse(options.statusCode, options.body, { headers: options.headers });
  },
};

function errorMessage(payload: unknown): string {
  if (!payload) throw new Error('expected error message to be provided');
  return typeof payload === 'string' ? payload : errorMessage((payload as { message?: unknown }).message);
}

/** An error in the only shape OSD answers with: `{ statusCode, error, message, attributes? }`. */
export function errorResponse(
  status: number,
  message: string,
  attributes?: unknown,
  headers?: ResponseHeaders,
): Boom.Boom {
  const error = new Boom.Boom('', { statusCode: status });
  error.output.payload.message = message;
  if (attributes) error.output.payload.attributes = attributes;
  if (headers) error.output.headers = headers as Boom.Output['headers'];
  return error;
}

/**
 * Turns what a handler returned into hapi's answer.
 * @throws when it was not made by the response factory, or an error has no message
 */
export function toHapi(response: unknown, toolkit: ResponseToolkit): Lifecycle.ReturnValueTypes {
  if (!(response instanceof HostResponse))
    throw new Error(
      `Unexpected result from Route Handler. Expected OpenSearchDashboardsResponse, but given: ${typeof response}.`,
    );
  const { status, payload, options } = response;
  const raw = Buffer.isBuffer(payload) || payload instanceof Readable;
  if (status >= 400 && !raw) {
    const attributes =
      typeof payload === 'object' && payload !== null && 'attributes' in payload
        ? payload.attributes
        : undefined;
    return errorResponse(status, errorMessage(payload), attributes, options.headers);
  }
  const answer = toolkit.response(payload as Lifecycle.ReturnValue as object).code(status);
  if (status >= 300 && status < 400) {
    const location = options.headers?.location;
    if (typeof location !== 'string') throw new Error(`expected 'location' header to be set`);
    answer.redirect(location).code(status);
  }
  for (const [name, value] of Object.entries(options.headers ?? {}))
    if (value !== undefined) answer.header(name, value as string);
  return answer;
}

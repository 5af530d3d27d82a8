import Boom from '@hapi/boom';
import { randomUUID } from 'crypto';
import type {
  IRouter,
  OpenSearchDashboardsResponse,
  RequestHandler,
  ResponseFactory,
} from '../../../types/opensearch_dashboards_server';
import { PACKAGE_INFO } from '../version';
import type { CapabilitiesService } from './capabilities';
import type { StatusService } from './status';
import type { FullUiSettingsClient } from './ui_settings';

const SETTINGS_PATH = '/api/opensearch-dashboards/settings';
const anything = <T>(data: unknown, { ok }: { ok<V>(value: V): { value: V } }) => ok(data as T);

/** Core's own HTTP API, as far as browsers and health checks need it. */
export function registerCoreRoutes(
  router: IRouter,
  services: { capabilities: CapabilitiesService; status: StatusService },
): void {
  const uuid = randomUUID();
  router.get({ path: '/api/status', validate: false }, (_context, _request, response) =>
    response.ok({
      body: {
        name: 'stand-in',
        uuid,
        version: {
          number: PACKAGE_INFO.version,
          build_hash: PACKAGE_INFO.buildSha,
          build_number: PACKAGE_INFO.buildNum,
          build_snapshot: false,
        },
        status: services.status.summary(),
      },
    }),
  );

  router.post(
    { path: '/api/core/capabilities', validate: { body: anything<{ applications: string[] }> } },
    async (_context, request, response) =>
      response.ok({ body: await services.capabilities.resolve(request, request.body.applications) }),
  );

  registerSettingsRoutes(router);
}

function registerSettingsRoutes(router: IRouter): void {
  const clientOf = (context: Parameters<RequestHandler>[0]) =>
    context.core.uiSettings.client as FullUiSettingsClient;

  const change = async (
    client: FullUiSettingsClient,
    changes: Record<string, unknown>,
    response: ResponseFactory,
  ): Promise<OpenSearchDashboardsResponse> => {
    try {
      await client.setMany(changes);
    } catch (error) {
      if (!Boom.isBoom(error)) throw error;
      return response.customError({ statusCode: error.output.statusCode, body: error });
    }
    return response.ok({ body: { settings: await client.getUserProvided() } });
  };

  router.get({ path: SETTINGS_PATH, validate: false }, async (context, _request, response) =>
    response.ok({ body: { settings: await clientOf(context).getUserProvided() } }),
  );
  router.post(
    { path: SETTINGS_PATH, validate: { body: anything<{ changes: Record<string, unknown> }> } },
    (context, request, response) => change(clientOf(context), request.body.changes, response),
  );
  router.post(
    {
      path: `${SETTINGS_PATH}/{key}`,
      validate: { params: anything<{ key: string }>, body: anything<{ value: unknown }> },
    },
    (context, request, response) =>
      change(clientOf(context), { [request.params.key]: request.body.value }, response),
  );
  router.delete(
    { path: `${SETTINGS_PATH}/{key}`, validate: { params: anything<{ key: string }> } },
    (context, request, response) => change(clientOf(context), { [request.params.key]: null }, response),
  );
}

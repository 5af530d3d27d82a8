import { Client } from '@opensearch-project/opensearch';
import { randomUUID } from 'crypto';
import type {
  ClusterClient,
  CustomClusterClient,
  OpenSearchClient,
  OpenSearchClientConfig,
  ScopeableRequest,
} from '../../../types/opensearch_dashboards_server';
import type { HostConfig } from '../config';

export interface OpenSearchSettings extends OpenSearchClientConfig {
  /** Request headers that scoped clients forward. */
  requestHeadersAllowlist: string[];
}

/** `opensearch.*` of the host's settings; `url` stands in where `opensearch.hosts` is not set. */
export function openSearchSettings(config: HostConfig, url: string): OpenSearchSettings {
  const hosts = config.at('opensearch.hosts');
  const allowlist = config.at('opensearch.requestHeadersAllowlist');
  return {
    hosts: Array.isArray(hosts) ? (hosts as string[]) : [typeof hosts === 'string' ? hosts : url],
    username: config.string('opensearch.username'),
    password: config.string('opensearch.password'),
    requestTimeout: config.number('opensearch.requestTimeout') ?? 30_000,
    requestHeadersAllowlist: Array.isArray(allowlist) ? (allowlist as string[]) : ['authorization'],
  };
}

function forwardedHeaders(
  request: ScopeableRequest | undefined,
  allowlist: string[],
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request?.headers ?? {}))
    if (value !== undefined && allowlist.includes(name.toLowerCase()))
      headers[name.toLowerCase()] = String(value);
  // Only real requests have an id; a bare `{ headers }` gets none.
  headers['x-opaque-id'] = request && 'id' in request ? request.id : randomUUID();
  return headers;
}

/**
 * The host's client, or one of a plugin's own: as the configured user, and scoped to a request's user, who is
 * anonymous when the request carries no forwarded header.
 */
export function createClusterClient(settings: OpenSearchSettings): CustomClusterClient {
  const options = {
    nodes: settings.hosts,
    requestTimeout: settings.requestTimeout,
    ssl: { rejectUnauthorized: settings.ssl?.verificationMode !== 'none' },
  };
  const { username, password } = settings;
  const internal = new Client({
    ...options,
    ...(username !== undefined && { auth: { username, password: password ?? '' } }),
  });
  const unauthenticated = new Client(options);
  return {
    asInternalUser: internal as OpenSearchClient,
    asScoped: (request) => ({
      asInternalUser: internal as OpenSearchClient,
      asCurrentUser: unauthenticated.child({
        headers: forwardedHeaders(request, settings.requestHeadersAllowlist),
      }) as OpenSearchClient,
    }),
    async close() {
      await Promise.all([internal.close(), unauthenticated.close()]);
    },
  };
}

/** `core.opensearch` in start: custom clients take the host's settings where they name none. */
export function createOpenSearchService(settings: OpenSearchSettings, client: ClusterClient) {
  return {
    client,
    createClient: (_type: string, own: OpenSearchClientConfig = {}) =>
      createClusterClient({ ...settings, ...own }),
  };
}

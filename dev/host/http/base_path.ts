import type { BasePath } from '../../../types/opensearch_dashboards_server';

/** @param serverBasePath `server.basePath`: empty, or with a leading and no trailing slash */
export function createBasePath(serverBasePath: string): BasePath {
  return {
    serverBasePath,
    get: () => serverBasePath,
    prepend: (path) => (path.startsWith('/') ? `${serverBasePath}${path}` : path),
    remove: (path) => {
      if (serverBasePath === '') return path;
      if (path === serverBasePath) return '/';
      return path.startsWith(`${serverBasePath}/`) ? path.slice(serverBasePath.length) : path;
    },
  };
}

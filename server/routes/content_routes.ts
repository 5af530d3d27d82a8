import { CONTENT_PATHS, ContentBody, type ContentResponse } from '../../common/content';
import type { ContentService } from '../core/content/content_service';
import type { Actor } from '../core/manage/managed_objects';
import { defineRoute } from './define_route';

/** What is installed of the prebuilt saved objects in the user's tenant; install or upgrade; uninstall. */
export function contentRoutes(service: () => ContentService) {
  return [
    defineRoute({
      id: 'content.get',
      method: 'get',
      path: CONTENT_PATHS.content,
      right: 'read',
      handler: async ({ userObjects, actor }) => inTenant(actor, await service().show(userObjects)),
    }),
    defineRoute({
      id: 'content.install',
      method: 'post',
      path: CONTENT_PATHS.install,
      right: 'write',
      body: ContentBody,
      handler: async ({ userObjects, actor, body }) =>
        inTenant(actor, await service().install(userObjects, body)),
    }),
    defineRoute({
      id: 'content.uninstall',
      method: 'post',
      path: CONTENT_PATHS.uninstall,
      right: 'write',
      body: ContentBody,
      handler: async ({ userObjects, actor, body }) =>
        inTenant(actor, await service().uninstall(userObjects, body)),
    }),
  ];
}

function inTenant({ tenant }: Actor, response: ContentResponse): ContentResponse {
  return tenant === undefined ? response : { ...response, tenant };
}

import { ChannelInput, ChannelTestBody, IdParams, PATHS } from '../../common/api';
import type { ChannelService } from '../core/manage/channels';
import { defineRoute } from './define_route';
import { listOf } from './list_of';

const ITEM = `${PATHS.channels}/{id}`;

export function channelRoutes(channels: ChannelService) {
  return [
    defineRoute({
      id: 'channel.list',
      method: 'get',
      path: PATHS.channels,
      right: 'read',
      handler: async () => listOf(await channels.list()),
    }),
    defineRoute({
      id: 'channel.get',
      method: 'get',
      path: ITEM,
      right: 'read',
      params: IdParams,
      handler: ({ params }) => channels.get(params.id),
    }),
    defineRoute({
      id: 'channel.create',
      method: 'post',
      path: PATHS.channels,
      right: 'write',
      body: ChannelInput,
      handler: ({ body, actor }) => channels.create(body, actor),
    }),
    defineRoute({
      id: 'channel.update',
      method: 'put',
      path: ITEM,
      right: 'write',
      params: IdParams,
      body: ChannelInput,
      handler: ({ params, body, actor }) => channels.update(params.id, body, actor),
    }),
    defineRoute({
      id: 'channel.delete',
      method: 'delete',
      path: ITEM,
      right: 'write',
      params: IdParams,
      handler: async ({ params }) => {
        await channels.remove(params.id);
        return { id: params.id };
      },
    }),
    defineRoute({
      id: 'channel.test',
      method: 'post',
      path: PATHS.channelTest,
      right: 'write',
      body: ChannelTestBody,
      handler: ({ body, signal }) => channels.test(body.channel, body.id, signal),
    }),
  ];
}

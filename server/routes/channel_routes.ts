import { ChannelInput, ChannelTestBody, PATHS } from '../../common/api';
import type { ChannelService } from '../core/manage/channels';
import { crudRoutes } from './crud_routes';
import { defineRoute } from './define_route';

export function channelRoutes(channels: () => ChannelService) {
  return [
    ...crudRoutes('channel', PATHS.channels, ChannelInput, channels),
    defineRoute({
      id: 'channel.test',
      method: 'post',
      path: PATHS.channelTest,
      right: 'write',
      body: ChannelTestBody,
      handler: ({ body, signal }) => channels().test(body.channel, body.id, signal),
    }),
  ];
}

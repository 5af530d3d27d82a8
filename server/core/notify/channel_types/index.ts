import { createRegistry } from '../../registry';
import type { ChannelType } from '../channel_type';
import { email } from './email';
import { webhook } from './webhook';

/** Every kind of channel there is. */
export const channelTypes = createRegistry<ChannelType>('channel type', [email, webhook]);

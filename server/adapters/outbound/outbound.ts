import type { Outbound } from '../../core/ports';
import type { Guard } from './guard';
import { sendHttp } from './send_http';
import { sendMail } from './send_mail';

/** Everything that leaves the host, through one address guard. */
export function createOutbound(guard: Guard): Outbound {
  return {
    send: (message, signal) =>
      message.kind === 'http' ? sendHttp(guard, message, signal) : sendMail(guard, message, signal),
  };
}

import type { Clock, MessageQueue } from '../../server/core/ports';
import { systemClock } from '../../server/host';

/**
 * A clock that shows `origin` (epoch milliseconds) at the moment `began` and runs `speed` times as fast from then on, the same in every process
 * that is given the same three: pauses and leases end sooner, so that a test need not wait for them.
 */
export function hurriedClock(origin: number, speed: number, began = origin): Clock {
  return {
    now: () => origin + (Date.now() - began) * speed,
    monotonic: () => systemClock.monotonic() * speed,
    sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
  };
}

/** A queue whose messages stay hidden as long as a hurried clock says. */
export function hurriedQueue(queue: MessageQueue, speed: number): MessageQueue {
  const hurried = (seconds: number) => Math.ceil(seconds / speed);
  return {
    receive: (limit, seconds, signal) => queue.receive(limit, hurried(seconds), signal),
    hide: (message, seconds) => queue.hide(message, hurried(seconds)),
    remove: (message) => queue.remove(message),
    look: () => queue.look(),
  };
}

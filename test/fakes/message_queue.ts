import type { MessageQueue, QueueMessage } from '../../server/core/ports';

interface Entry {
  id: string;
  body: string;
  receiveCount: number;
  hiddenUntil: number;
  receipt: string;
}

export interface FakeMessageQueue extends MessageQueue {
  send(body: unknown): void;
  /** Bodies that were never removed. */
  left(): string[];
  /** Called before each call; what it throws is the call's error. */
  before: (call: 'receive' | 'hide' | 'remove' | 'look') => void;
  hides: number;
}

/** A queue in memory that hides what was received, as SQS does. Without messages it does not wait, so that tests do not either. */
export function fakeMessageQueue(now: () => number): FakeMessageQueue {
  const entries: Entry[] = [];
  let count = 0;
  const find = ({ receipt }: QueueMessage) => entries.find((entry) => entry.receipt === receipt);

  return {
    before: () => undefined,
    hides: 0,

    send(body) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      entries.push({ id: `m${count++}`, body: text, receiveCount: 0, hiddenUntil: 0, receipt: '' });
    },

    left: () => entries.map(({ body }) => body),

    async receive(limit, seconds) {
      await new Promise((resolve) => setImmediate(resolve));
      this.before('receive');
      const visible = entries.filter(({ hiddenUntil }) => hiddenUntil <= now()).slice(0, limit);
      return visible.map((entry) => {
        entry.receiveCount++;
        entry.hiddenUntil = now() + seconds * 1_000;
        entry.receipt = `r${count++}`;
        const { id, body, receipt, receiveCount } = entry;
        return { id, body, receipt, receiveCount };
      });
    },

    async hide(message, seconds) {
      this.before('hide');
      this.hides++;
      const entry = find(message);
      if (entry) entry.hiddenUntil = now() + seconds * 1_000;
    },

    async remove(message) {
      this.before('remove');
      const entry = find(message);
      if (entry) entries.splice(entries.indexOf(entry), 1);
    },

    async look() {
      this.before('look');
      return { waiting: entries.length, hasDeadLetterQueue: false };
    },
  };
}

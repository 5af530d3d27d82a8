/**
 * The same call for several callers at a time: what is asked for while one is under way goes together in the next, at most `most` items
 * unless one caller has more. A call that fails fails for all who share it. Before each call `ready` is awaited, which lets more come together.
 */
export function shareCalls<In, Out>(
  call: (items: In[]) => Promise<Out[]>,
  most = Infinity,
  ready: () => Promise<unknown> = () => Promise.resolve(),
): (items: readonly In[]) => Promise<Out[]> {
  const waiting: Array<{ items: readonly In[]; done(answers: Out[]): void; failed(error: unknown): void }> =
    [];
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      // Who asks in the same turn goes with the first.
      await ready();
      let count = 0;
      const fitting = waiting.findIndex(({ items }, place) => (count += items.length) > most && place > 0);
      const callers = waiting.splice(0, fitting < 0 ? waiting.length : fitting);
      try {
        const answers = await call(callers.flatMap(({ items }) => items));
        let place = 0;
        for (const { items, done } of callers) done(answers.slice(place, (place += items.length)));
      } catch (error) {
        for (const { failed } of callers) failed(error);
      }
    }
    busy = false;
  }

  return (items) =>
    new Promise((done, failed) => {
      if (items.length === 0) return done([]);
      waiting.push({ items, done, failed });
      if (!busy) void work();
    });
}

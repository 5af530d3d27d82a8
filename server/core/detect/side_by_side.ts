import type { Judging, SearchStep } from './rule_type';

/** Runs several judgings at once, so that what all of them ask for next goes out together; returns their results in order. */
export function* sideBySide<T>(judgings: ReadonlyArray<Judging<T>>): Judging<T[]> {
  const results: T[] = [];
  let going = judgings.map((judging, index) => ({ judging, index, state: judging.next() }));
  for (;;) {
    for (const { index, state } of going) if (state.done) results[index] = state.value;
    going = going.filter(({ state }) => !state.done);
    if (going.length === 0) return results;
    const asked = going.map(({ state }) => state.value as SearchStep[]);
    const answers = yield asked.flat();
    let place = 0;
    going = going.map(({ judging, index }, at) => {
      const own = answers.slice(place, (place += asked[at]?.length ?? 0));
      return { judging, index, state: judging.next(own) };
    });
  }
}

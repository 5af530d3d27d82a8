import type { SearchAnswer } from '../ports';
import type { Judging, SearchStep } from './rule_type';
import { sideBySide } from './side_by_side';

const step = (name: string): SearchStep => ({ body: { name } });
const answer = (took: number): SearchAnswer => ({ took, hits: { total: 0, hits: [] } });

/** Asks as many questions at a time as `sizes` say, and returns what it was answered. */
function* asking(name: string, sizes: number[]): Judging<number[]> {
  const heard: number[] = [];
  for (const size of sizes) {
    const answers = yield Array.from({ length: size }, () => step(name));
    heard.push(...answers.map(({ took }) => took));
  }
  return heard;
}

describe('judgings side by side', () => {
  it('ask together and get their own answers', () => {
    const both = sideBySide([asking('a', [1, 2]), asking('b', []), asking('c', [2])]);
    expect(both.next().value).toEqual([step('a'), step('c'), step('c')]);
    expect(both.next([answer(1), answer(2), answer(3)]).value).toEqual([step('a'), step('a')]);
    expect(both.next([answer(4), answer(5)])).toEqual({ done: true, value: [[1, 4, 5], [], [2, 3]] });
  });

  it('of none are over at once', () => {
    expect(sideBySide([]).next()).toEqual({ done: true, value: [] });
  });
});

import { takeTurns } from './take_turns';

describe('taking turns', () => {
  it('runs so many at a time, first come first served, and goes on where one fails', async () => {
    const turn = takeTurns(2);
    const ends: Array<(error?: Error) => void> = [];
    const begun: number[] = [];
    const works = [0, 1, 2, 3].map((n) =>
      turn(() => {
        begun.push(n);
        return new Promise<number>(
          (done, failed) => (ends[n] = (error) => (error ? failed(error) : done(n))),
        );
      }),
    );
    const failure = expect(works[1]).rejects.toThrow('no');
    expect(begun).toEqual([0, 1]);
    ends[1]?.(new Error('no'));
    await failure;
    expect(begun).toEqual([0, 1, 2]);
    ends[0]?.();
    ends[2]?.();
    expect(await Promise.all([works[0], works[2]])).toEqual([0, 2]);
    ends[3]?.();
    expect(await works[3]).toBe(3);
    expect(await turn(async () => 'later')).toBe('later');
  });
});

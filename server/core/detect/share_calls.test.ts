import { shareCalls } from './share_calls';

const turn = () => new Promise((done) => setImmediate(done));

function recording(most?: number, ready?: () => Promise<unknown>) {
  const calls: number[][] = [];
  const ends: Array<(error?: Error) => void> = [];
  const shared = shareCalls<number, number>(
    (items) =>
      new Promise((done, failed) => {
        calls.push(items);
        ends.push((error) => (error ? failed(error) : done(items.map((item) => item * 10))));
      }),
    most,
    ready,
  );
  return { shared, calls, ends };
}

describe('shareCalls', () => {
  it('sends what is asked in one turn together, and what comes meanwhile in the next call', async () => {
    const { shared, calls, ends } = recording();
    const first = [shared([1]), shared([2, 3])];
    await turn();
    const later = [shared([4]), shared([5])];
    await turn();
    expect(calls).toEqual([[1, 2, 3]]);
    ends[0]?.();
    expect(await Promise.all(first)).toEqual([[10], [20, 30]]);
    await turn();
    expect(calls).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    ends[1]?.();
    expect(await Promise.all(later)).toEqual([[40], [50]]);
  });

  it('waits with each call until it is ready', async () => {
    let begin = () => {};
    const { shared, calls, ends } = recording(Infinity, () => new Promise<void>((go) => (begin = go)));
    const answers = [shared([1])];
    await turn();
    answers.push(shared([2]));
    await turn();
    expect(calls).toEqual([]);
    begin();
    await turn();
    expect(calls).toEqual([[1, 2]]);
    answers.push(shared([3]));
    ends[0]?.();
    await turn();
    expect(calls).toHaveLength(1);
    begin();
    await turn();
    ends[1]?.();
    expect(await Promise.all(answers)).toEqual([[10], [20], [30]]);
  });

  it('keeps to the most items, but never cuts a caller up', async () => {
    const { shared, calls, ends } = recording(3);
    const answers = [shared([1, 2, 3, 4]), shared([5, 6]), shared([7]), shared([8])];
    for (let n = 0; n < 3; n++) {
      await turn();
      ends[n]?.();
    }
    expect((await Promise.all(answers)).flat()).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
    expect(calls).toEqual([[1, 2, 3, 4], [5, 6, 7], [8]]);
  });

  it('fails for those who shared the call, and works on', async () => {
    const { shared, ends } = recording();
    const first = [shared([1]), shared([2])];
    await turn();
    const later = shared([3]);
    ends[0]?.(new Error('away'));
    for (const each of first) await expect(each).rejects.toThrow('away');
    await turn();
    ends[1]?.();
    expect(await later).toEqual([30]);
    expect(await shared([])).toEqual([]);
  });
});

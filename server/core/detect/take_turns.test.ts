import { takeTurns } from './take_turns';

function begin(room: number, sizes: number[]) {
  const turns = takeTurns(room);
  const ends: Array<(error?: Error) => void> = [];
  const begun: number[] = [];
  const works = sizes.map((size, n) =>
    turns.take(size, () => {
      begun.push(n);
      return new Promise<number>((done, failed) => (ends[n] = (error) => (error ? failed(error) : done(n))));
    }),
  );
  const end = async (n: number) => {
    ends[n]?.();
    expect(await works[n]).toBe(n);
  };
  return { turns, works, begun, ends, end };
}

// What has begun is looked at once all that could begin has.
const soon = () => new Promise((done) => setImmediate(done));

describe('taking turns', () => {
  it('runs what there is room for, first come first served', async () => {
    const { begun, end } = begin(10, [4, 4, 4, 1]);
    await soon();
    expect(begun).toEqual([0, 1]);
    await end(0);
    await soon();
    expect(begun).toEqual([0, 1, 2, 3]);
    await Promise.all([1, 2, 3].map(end));
  });

  it('goes on where one fails', async () => {
    const { works, begun, ends, end } = begin(1, [1, 1]);
    await soon();
    ends[0]?.(new Error('no'));
    await expect(works[0]).rejects.toThrow('no');
    await soon();
    expect(begun).toEqual([0, 1]);
    await end(1);
  });

  it('runs alone what is larger than the room', async () => {
    const { begun, end } = begin(10, [99, 1, 99]);
    for (const n of [0, 1, 2]) {
      await soon();
      expect(begun).toEqual([0, 1, 2].slice(0, n + 1));
      await end(n);
    }
  });

  it('is idle once all that waited is done', async () => {
    const { turns, end } = begin(1, [1, 1]);
    await soon();
    let idle = false;
    const told = turns.idle().then(() => (idle = true));
    await end(0);
    await soon();
    expect(idle).toBe(false);
    await end(1);
    await told;
    await turns.idle();
  });
});
